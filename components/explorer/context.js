// What every part of one map shares: the figures, their names, and the choice that moves.

import { say } from "./dom.js";
import { formatter } from "./format.js";
import { gapText } from "./tooltip.js";
import { classRows, decode, hasFigure, lastOf, printedAt, valueAt } from "./values.js";

export function context(data, { geometry, wire }) {
  const { texts } = data;
  const codes = Object.keys(geometry.paths);
  const names = new Map(Object.entries({ ...geometry.names, ...data.names }));
  const values = decode(wire, data.format.decimals);
  const format = formatter({ ...data.format, texts });
  const it = {
    data,
    texts,
    geometry,
    codes,
    names,
    values,
    format,
    boxes: new Map(codes.map((code) => [code, boxOf(geometry.paths[code])])),
    points: new Map(Object.entries(geometry.points)),
    rows: classRows(values, codes, data.classification.breaks),
    better: data.better,
    rule: data.rule,
    // What a map of absolute counts needs for its circles; null for rates, which are coloured.
    bubbles: data.rule.isCount
      ? { most: data.classification.bubbles.most, points: new Map(Object.entries(geometry.points)) }
      : null,
    checked: (code, i) => data.checked?.[values.periods[i]]?.[code] ?? "",
    stated: (code, i) => data.stated?.[values.periods[i]]?.[code] ?? "",
    parts: data.parts,
    period: 0,
    region: data.region,
    has: (part) => data.layout.includes(part) && (part !== "trend" || values.periods.length > 1),
    indexOf: (code) => (values.periods.includes(code) ? values.periods.indexOf(code) : values.stops.at(-1)),
    label: (code) => label(it, code),
  };
  it.period = it.indexOf(data.period);
  return it;
}

// The lines of a trend: a region's beside those it is read against. A count and the sum that it is a part of share no
// axis: the part would lie flat at the foot of it.
export function trendLines({ data, values }, code) {
  const chosen = code ? [{ code, role: "chosen" }] : [];
  if (data.ratio) return [...chosen, ...data.references];
  return chosen.some((line) => lastOf(values, line.code) >= 0) ? chosen : data.references.slice(0, 1);
}

// The box around some.
export function around(boxes) {
  const [x, y] = [Math.min(...boxes.map((one) => one.x)), Math.min(...boxes.map((one) => one.y))];
  return [
    x,
    y,
    Math.max(...boxes.map((one) => one.x + one.width)) - x,
    Math.max(...boxes.map((one) => one.y + one.height)) - y,
  ];
}

// Where a path of relative moves lies and how large it is; getBBox would want it on the screen.
function boxOf(path) {
  const range = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, numbers] of path.matchAll(/([mlz])([^mlz]*)/g)) {
    const steps = (numbers.match(/-?\d+/g) ?? []).map(Number);
    if (command === "z") [x, y] = [startX, startY];
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = [x + steps[i], y + steps[i + 1]];
      range.x = [Math.min(range.x[0], x), Math.max(range.x[1], x)];
      range.y = [Math.min(range.y[0], y), Math.max(range.y[1], y)];
    }
    if (command === "m") [startX, startY] = [x, y];
  }
  return { x: range.x[0], y: range.y[0], width: range.x[1] - range.x[0], height: range.y[1] - range.y[0] };
}

// A region as a screen reader hears it: name: 75,0 %, November 2024.
function label({ values, names, format, texts, period }, code) {
  const region = values.at(code);
  const when = values.periods[period];
  if (!hasFigure(values, code, period))
    return `${names.get(code)}: ${gapText(region, period, texts)}, ${format.period(when)}`;
  const printed = printedAt(values, code, period);
  const both = printed === undefined ? "" : `, ${say(texts.printed, { value: format.printed(printed) })}`;
  return `${names.get(code)}: ${valueAt(values, format, code, period)}, ${format.period(when)}${both}`;
}
