// The trend as large lines, each with its name at its end; decrees and the named target stand in it.

import { breakMark } from "../explorer/breaks.js";
import { svg } from "../explorer/dom.js";
import { widthOf } from "../explorer/pen.js";
import { levelsOf, niceTicks, pieces, scale, spread } from "../explorer/scales.js";
import { monthOf, timeAxis } from "../explorer/timeaxis.js";
import { bareAt, hasFigure, isKnown, lastOf } from "../explorer/values.js";
import { endLabels, goalRows, rightEdge, rowsOf } from "./linenames.js";

// The chosen ones lie on top.
const ORDER = ["country", "area", "chosen"];

function levels({ values, series, targets, format }) {
  const shown = series.flatMap(({ code }) => [...values.at(code).shown]).filter(isKnown);
  const every = [...shown, ...targets.map(({ value }) => value)];
  return levelsOf(niceTicks(Math.min(...every), Math.max(...every), 4), format);
}

function axes({ values, format, x, y, from, to, steps, width, height, pad, size }) {
  const rows = steps.map(({ tick, text }) =>
    svg(
      "g",
      {},
      svg("line", { class: "grid", x1: pad.left, x2: width - pad.right, y1: y(tick), y2: y(tick) }),
      svg("text", { class: "tick", x: pad.left - 12, y: y(tick) + size / 3, "text-anchor": "end" }, text),
    ),
  );
  const room = { year: widthOf("2024 ", size), period: widthOf("Nov 2024  ", size) };
  const when = timeAxis({ periods: values.periods, from, to, x, room, format });
  const edges = when.edges.map((month) =>
    svg("line", { class: "grid", x1: x(month), x2: x(month), y1: height - pad.bottom, y2: height - pad.bottom + 8 }),
  );
  return [
    ...rows,
    ...edges,
    ...when.ticks.map(({ month, text }) =>
      svg("text", { class: "tick", x: x(month), y: height - 8, "text-anchor": "middle" }, text),
    ),
  ];
}

// One stroke as far as neighbours reach: a broken line would begin its dashes anew at every month.
export function stroke(pairs, isSolid, { x, y }) {
  const drawn = pairs.map(({ from, to, solid }, i) => {
    if (solid !== isSolid) return "";
    const start = i && pairs[i - 1].solid === isSolid ? "" : `M${x(from.month)} ${y(from.value)}`;
    return `${start}L${x(to.month)} ${y(to.value)}`;
  });
  return drawn.join("");
}

function line({ code, role, place }, chart) {
  const { shown, regimes } = chart.values.at(code);
  const { known, pairs, breaks } = pieces(chart.values.periods, shown, regimes);
  const [dashed, solid] = [stroke(pairs, false, chart), stroke(pairs, true, chart)];
  const dot = ({ month, value }) => svg("circle", { cx: chart.x(month), cy: chart.y(value), r: 6 });
  return svg(
    "g",
    { class: `series ${role} place-${place}` },
    dashed ? svg("path", { class: "dashed", d: dashed }) : null,
    solid ? svg("path", { class: "solid", d: solid }) : null,
    ...breaks.map((pair) => breakMark(pair, chart, chart.texts.broken, 9)),
    ...(known.length < 13 ? known.map(dot) : []),
  );
}

// Decrees at the head, on two heights where they stand close; at the right end to the left of their line.
function decrees({ milestones, x, width, height, pad, size }) {
  const free = [-Infinity, -Infinity];
  return milestones.map(({ date, title }) => {
    const at = x(monthOf(date.slice(0, 7)));
    const wide = widthOf(title, size, 400);
    const aside = at + 8 + wide > width ? -8 - wide : 8;
    const from = at + Math.min(0, aside);
    const row = from > free[0] ? 0 : from > free[1] ? 1 : null;
    if (row !== null) free[row] = at + aside + wide + 8;
    const top = 6 + (row ?? 0) * (size + 4);
    return svg(
      "g",
      { class: "decree" },
      svg("line", { x1: at, x2: at, y1: row === null ? pad.top : top, y2: height - pad.bottom }),
      row === null ? null : svg("text", { x: at + aside, y: top + size * 0.8 }, title),
    );
  });
}

// The diamond of a target: whose, of which plan, for when. Rival plans exist, so it is never without its name.
function goals({ targets, x, y }) {
  return targets.map(({ year, value }) =>
    svg("g", { class: "goal" }, svg("path", { d: `M${x(12 * year + 11)} ${y(value) - 12}l12 12l-12 12l-12 -12z` })),
  );
}

// A line begins with the first figure of any, and in a deck of November none goes on to December.
export function spanOf(values, series, last) {
  const first = ({ code }) => [...(values.at(code)?.shown ?? [])].findIndex(isKnown);
  const firsts = series.map(first).filter((found) => found >= 0);
  const [begin, end] = [Math.min(last, ...firsts), last + 1];
  const cut = (one) =>
    one
      ? {
          ...one,
          shown: one.shown.slice(begin, end),
          decimals: one.decimals.slice(begin, end),
          regimes: one.regimes.slice(begin, end),
        }
      : one;
  return last < 0 ? values : { periods: values.periods.slice(begin, end), at: (code) => cut(values.at(code)) };
}

// Room around the lines: decrees stand at the head; where there are none, it is the targets'.
function padding(chart) {
  const { milestones, targets, width, steps, size } = chart;
  const left = Math.max(64, ...steps.map(({ text }) => widthOf(text, size, 400) + 14));
  const rows = targets.map((one) => goalRows(one, width - left, size).length);
  const goals = targets.length ? Math.max(...rows) * (size + 3) + 13 : 16;
  const top = milestones.length ? 2 * size + 26 : goals;
  return { left, right: rightEdge(chart, left), top, bottom: size + 22 };
}

// All that the parts of a drawing share: figures, scales, and the room of each.
function measured({ it, targets, milestones, width, height, size }, values, drawn) {
  const { names, format, texts } = it;
  const given = { values, names, format, texts, targets, milestones, width, height, size };
  let places = 0;
  const series = drawn.map((one) => ({
    ...one,
    place: one.role === "chosen" ? places++ : 0,
    rows: rowsOf(one.code, given),
  }));
  const from = monthOf(values.periods[0]);
  const to = Math.max(monthOf(values.periods.at(-1)), ...targets.map(({ year }) => 12 * year + 11));
  const chart = { ...given, series, from, to, steps: levels({ ...given, series }) };
  const pad = padding(chart);
  const ceiling = milestones.length ? pad.top - size - 3 : -size * 0.2;
  return { ...chart, pad, ceiling, ...scale({ ...chart, pad }) };
}

// The figures of all lines in the period that is pointed at.
function read({ series, values, format, x, y, width, height, pad, size }, at) {
  const away = (i) => Math.abs(x(monthOf(values.periods[i])) - at);
  const i = [...values.periods.keys()].reduce((best, one) => (away(one) < away(best) ? one : best));
  const month = x(monthOf(values.periods[i]));
  const [anchor, aside] = month > width / 2 ? ["end", -10] : ["start", 10];
  const text = (kind, level, words) =>
    svg("text", { class: kind, x: month + aside, y: level, "text-anchor": anchor }, words);
  const known = series
    .filter(({ code }) => hasFigure(values, code, i))
    .map(({ code, role, place }) => ({ code, kind: `${role} place-${place}`, y: y(values.at(code).shown[i]) }));
  const figures = spread(
    known.map((one) => ({ ...one, at: one.y - 10 })),
    size,
  );
  return [
    svg("line", { x1: month, x2: month, y1: pad.top, y2: height - pad.bottom }),
    text("when", height - pad.bottom - 10, format.period(values.periods[i])),
    ...figures.flatMap(({ code, kind, y: level, at: place }) => [
      svg("circle", { class: kind, cx: month, cy: level, r: 8 }),
      text(`value ${kind}`, place, bareAt(values, format, code, i)),
    ]),
  ];
}

// width, height: in pixels of the stage; size: of its letters. Pointing reads a period off all lines.
export function linesChart({ milestones = [], targets = [], size = 28, signal, ...given }) {
  const { it, width, height } = given;
  const values = spanOf(it.values, given.series, it.indexOf(it.data.period));
  const drawn = given.series.filter(({ code }) => lastOf(values, code) >= 0);
  const root = svg("svg", { class: "lines", viewBox: `0 0 ${width} ${height}`, role: "img" });
  if (!drawn.length) {
    root.setAttribute("aria-hidden", "true");
    return root;
  }
  const chart = measured({ ...given, milestones, targets, size }, values, drawn);
  const cursor = svg("g", { class: "cursor" });
  const words = endLabels(chart);
  const above = chart.series.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  root.setAttribute("aria-label", words.map(({ textContent }) => textContent).join("; "));
  root.append(
    ...axes(chart),
    ...decrees(chart),
    ...above.map((one) => line(one, chart)),
    ...goals(chart),
    ...words,
    cursor,
  );

  function point({ clientX }) {
    const { left, width: wide } = root.getBoundingClientRect();
    cursor.replaceChildren(...read(chart, ((clientX - left) / wide) * width));
  }
  root.addEventListener("pointermove", point, { signal });
  root.addEventListener("pointerleave", () => cursor.replaceChildren(), { signal });
  return root;
}
