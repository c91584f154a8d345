// The pure half of charts: where their axes are marked, which pieces a line has, and where names at its end stand.

import { monthOf } from "./timeaxis.js";
import { isKnown } from "./values.js";

const STEP = (period) => (!period.includes("-") ? 12 : period.includes("Q") ? 3 : 1);

// Pieces of a line: solid between neighbouring periods, dashed where a figure is missing between. No line joins two
// denominators: such a pair is neither, and stands among the breaks. regimes: a letter per period, "" where all are one.
export function pieces(periods, shown, regimes = "") {
  const known = periods
    .map((period, i) => ({ period, i, month: monthOf(period), value: shown[i] }))
    .filter(({ value }) => isKnown(value));
  const pairs = known
    .slice(1)
    .map((to, k) => ({ from: known[k], to, solid: to.month - known[k].month === STEP(to.period) }))
    .map((pair) => (regimes[pair.from.i] === regimes[pair.to.i] ? pair : { ...pair, solid: null }));
  return { known, pairs, breaks: pairs.filter(({ solid }) => solid === null) };
}

// At least two of them: a scale of one has no height, and one of a single figure is as coarse as the figure is large.
export function niceTicks(low, high, count = 4) {
  const raw = (high - low || Math.abs(high) || count) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((k) => k * power).find((k) => k >= raw);
  const first = Math.floor(low / step) * step;
  const ticks = [];
  for (let tick = first; tick < high + step; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks.length > 1 ? ticks : [first, Number((first + step).toPrecision(12))];
}

// The levels of an axis as they are written: with the decimals of their step, and no more.
export function levelsOf(ticks, format) {
  const [, decimals = ""] = String(Number((ticks[1] - ticks[0]).toPrecision(6))).split(".");
  return ticks.map((tick) => ({ tick, text: format.bare(tick, decimals.length) }));
}

// The room of a chart in pixels: x of a month and y of a value, within its padding.
export function scale({ from, to, steps, width, height, pad }) {
  const [low, high] = [steps[0].tick, steps.at(-1).tick];
  return {
    x: (month) => pad.left + ((month - from) / Math.max(1, to - from)) * (width - pad.left - pad.right),
    y: (value) => height - pad.bottom - ((value - low) / (high - low)) * (height - pad.top - pad.bottom),
  };
}

// Names at the ends of lines keep their order and never overlap: `at` moves down, by `gap` for each row of the name.
export function spread(ends, gap) {
  ends.sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) {
    const rows = ends[i].rows?.length ?? 1;
    ends[i].at = Math.max(ends[i].at, ends[i - 1].at + gap * rows);
  }
  return ends;
}
