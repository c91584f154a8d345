// Names in a chart of lines: at the end of each line with its figure, and of each target beside its diamond.

import { svg } from "../explorer/dom.js";
import { widthOf } from "../explorer/pen.js";
import { spread } from "../explorer/scales.js";
import { monthOf } from "../explorer/timeaxis.js";
import { bareAt, isKnown, lastOf } from "../explorer/values.js";

const widest = (rows, size) => Math.max(0, ...rows.map((row) => widthOf(row, size)));

// A name with its figure; where both are too long for a line, one below the other.
export function rowsOf(code, { values, names, format, size, width }) {
  const [name, figure] = [names.get(code), bareAt(values, format, code, lastOf(values, code))];
  const whole = `${name} ${figure}`;
  return widthOf(whole, size) <= width * 0.56 - 24 ? [whole] : [name, figure];
}

// What stands at the ends, one under another where they would touch, then the targets' names; returns texts.
export function endLabels(chart) {
  const ends = endNames(chart);
  return [...ends, ...goalNames(chart, ends)].map((one) => textRows(one, chart.size));
}

// The name and figure of each line at its end; a period that all of them end in is said once, above them.
function endNames(chart) {
  const { series, values, format, size, pad, height, x, y } = chart;
  const lasts = series.map((one) => ({ ...one, last: lastOf(values, one.code) }));
  const isShared = lasts.length > 1 && new Set(lasts.map(({ last }) => last)).size === 1;
  const period = ({ last }) => format.shortPeriod(values.periods[last]);
  const place = { x: Math.max(...lasts.map(({ last }) => x(monthOf(values.periods[last])))) + 14, anchor: "start" };
  const ends = lasts.map((one) => {
    const rows = [...one.rows, ...(isShared ? [] : [period(one)])];
    const level = y(values.at(one.code).shown[one.last]);
    const at = level + size / 3 + ((rows.length - 1) * size) / 2;
    return { kind: `end ${one.role} place-${one.place}`, ...place, y: level, at, rows };
  });
  if (isShared) {
    const at = Math.max(pad.top + size * 0.8, Math.min(...ends.map((one) => one.at)) - size - 3);
    ends.push({ kind: "end when", ...place, y: -Infinity, at, rows: [period(lasts[0])] });
  }
  return lifted(spread(ends, size + 3), size + 3, height - pad.bottom - size * 0.2);
}

// Nothing stands below the floor: what would, and what then stands in its way, moves up.
export function lifted(list, gap, floor) {
  let lowest = floor;
  for (const one of list.toReversed()) {
    one.at = Math.min(one.at, lowest);
    lowest = one.at - gap * one.rows.length;
  }
  return list;
}

function goalNames(chart, ends) {
  const { series, targets, values, width, height, pad, size, ceiling, x, y } = chart;
  const points = ({ code }) =>
    [...values.at(code).shown].map((value, i) => ({ value, at: x(monthOf(values.periods[i])) }));
  const tracks = series.map((one) =>
    points(one)
      .filter(({ value }) => isKnown(value))
      .map(({ value, at }) => [at, y(value)]),
  );
  const placed = [];
  for (const one of targets) {
    // A name runs through the diamond of another target no more than through a line.
    const others = targets
      .filter((other) => other !== one)
      .map(({ year, value }) => [
        [x(12 * year + 11), y(value) - 12],
        [x(12 * year + 11), y(value) + 12],
      ]);
    const room = { tracks: [...tracks, ...others], size, width, top: ceiling, bottom: height - pad.bottom };
    const rows = goalRows(one, width - pad.left, size);
    const at = freeHeight({ ...room, rows, level: y(one.value), taken: [...ends, ...placed] });
    placed.push({ kind: "goal-name", x: width - 4, anchor: "end", at, rows });
  }
  return placed;
}

function textRows({ kind, x: left, at, anchor, rows }, size) {
  const top = at - (rows.length - 1) * (size + 3);
  // A blank parts the rows where they are read aloud; it stands where it moves no letter.
  const words = anchor === "start" ? rows.map((row) => `${row} `) : rows.map((row, i) => (i ? ` ${row}` : row));
  const lines = words.map((word, i) => svg("tspan", { x: left, dy: i ? size + 3 : 0 }, word));
  return svg("text", { class: kind, x: left, y: top, "text-anchor": anchor, "font-size": size }, ...lines);
}

// The base of a target's name: above its diamond or below, as near as no line runs through it and no other name stands.
function freeHeight({ rows, level, tracks, taken, size, width, top, bottom }) {
  const [gap, tall] = [size + 3, (size + 3) * rows.length];
  const left = width - 4 - widest(rows, size) - 8;
  const meets = (track, from, to) =>
    track.some(([x, y], i) => {
      const [x0, y0] = track[i - 1] ?? [x, y];
      return x >= left && Math.max(y, y0) > from - 4 && Math.min(y, y0) < to + 4 && x0 <= width;
    });
  const covers = (one, from, to) =>
    rightOf(one, size) > left && one.at - one.rows.length * gap < to && one.at + size * 0.2 > from;
  const isFree = (from, to) =>
    !tracks.some((track) => meets(track, from, to)) && !taken.some((one) => covers(one, from, to));
  const steps = [...Array(12).keys()].map((n) => n * (gap / 2));
  const near = steps.flatMap((step) => [level - 20 - step, level + 20 + tall - size * 0.2 + step]);
  const fits = (at) => at - tall > top && at < bottom && isFree(at - tall + size * 0.2, at + size * 0.2);
  return [...near, top + tall + 1].find(fits) ?? level - 20;
}

const rightOf = ({ x, anchor, rows }, size) => (anchor === "end" ? x : x + widest(rows, size));

// A target's long name in as many rows as keep it off the axis.
export function goalRows({ series: plan, text }, room, size) {
  const rows = [];
  for (const word of `${plan}: ${text}`.split(/ (?!%)/)) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length && widthOf(longer, size) <= room - 12) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

// Room for the names after the last figure, of which a target further on already leaves some.
export function rightEdge({ series, values, width, size, from, to }, left) {
  const room =
    24 +
    widest(
      series.flatMap(({ rows }) => rows),
      size,
    );
  const last = monthOf(values.periods.at(-1));
  const inner = ((width - left - room) * Math.max(1, to - from)) / Math.max(1, last - from);
  return Math.max(28, width - left - inner);
}
