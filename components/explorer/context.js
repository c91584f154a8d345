// What every part of one map shares: the figures, their names, and the choice that moves.

import { say } from "./dom.js";
import { formatter } from "./format.js";
import { gapText } from "./tooltip.js";
import { classRows, decode, printedAt } from "./values.js";

export function context(data, { geometry, wire }) {
  const { texts } = data;
  const codes = Object.keys(geometry.paths);
  const names = new Map(Object.entries({ ...geometry.names, ...data.names }));
  const values = decode(wire, data.format.decimals);
  const format = formatter({ ...data.format, texts });
  const it = {
    data, texts, geometry, codes, names, values, format,
    points: new Map(Object.entries(geometry.points)),
    rows: classRows(values, codes, data.classification.breaks),
    better: data.better,
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

// A region as a screen reader hears it: Kaur: 75,0 %, November 2024.
function label({ values, names, format, texts, period }, code) {
  const region = values.at(code);
  const when = values.periods[period];
  if (!region || Number.isNaN(region.shown[period])) return `${names.get(code)}: ${gapText(region, period, texts)}, ${format.period(when)}`;
  const printed = printedAt(values, code, period);
  const both = printed === undefined ? "" : `, ${say(texts.printed, { value: format.printed(printed) })}`;
  return `${names.get(code)}: ${format.value(region.shown[period])}, ${format.period(when)}${both}`;
}
