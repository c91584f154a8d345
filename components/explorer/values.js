// All periods of one indicator and segment, decoded once: the screen then only looks up.

import { rounded } from "./format.js";

export const GAPS = { h: "not_held", n: "not_reported", x: "not_applicable", p: "suppressed", o: "other_regime" };
export const STATUS = { r: "reported", c: "computed", d: "computedFromSimulation", s: "simulated", t: "ticked" };
// The regime of a figure of which the source says nothing.
const UNSAID = "-";
// Above every possible class, so that one Uint8 says class or gap.
export const GAP_CLASS = { n: 250, x: 251, p: 252, h: 253, o: 254 };

// Counts travel as differences from the period before; a gap is null and changes nothing.
function counts(list, size) {
  const out = new Float64Array(size).fill(NaN);
  let last = 0;
  (list ?? []).forEach((step, i) => {
    if (step !== null) out[i] = last += step;
  });
  return out;
}

function regionValues(wire, row, size) {
  const numerator = counts(wire.numerator[row], size);
  const denominator = counts(wire.denominator[row], size);
  const given = wire.value[row] ?? [];
  const value = new Float64Array(size).fill(NaN);
  for (let i = 0; i < size; i++) {
    if (given[i] != null) value[i] = given[i];
    else if (denominator[i] > 0) value[i] = (100 * numerator[i]) / denominator[i];
  }
  return { numerator, denominator, value };
}

// A printed figure keeps the decimals that its source printed, a digit for each period; others have the indicator's.
const decimalsOf = (digits, size, usual) =>
  Uint8Array.from({ length: size }, (_one, i) => (digits && digits[i] !== "-" ? Number(digits[i]) : usual));

export function decode(wire, decimals) {
  const size = wire.periods.length;
  const byCode = new Map();
  wire.codes.forEach((code, row) => {
    const region = regionValues(wire, row, size);
    region.decimals = decimalsOf(wire.decimals[row], size, decimals);
    region.shown = region.value.map((value, i) => (Number.isNaN(value) ? NaN : rounded(value, region.decimals[i])));
    region.classed = region.value.map((value) => (Number.isNaN(value) ? NaN : rounded(value, decimals)));
    region.status = wire.status[row];
    region.countsStatus = wire.counts[row];
    region.source = wire.source[row];
    region.counted = wire.counted[row];
    region.printed = wire.printed[code] ?? {};
    region.regimes = wire.regimes?.[row] ?? "";
    byCode.set(code, region);
  });
  return {
    periods: wire.periods,
    stops: wire.stops,
    sources: wire.sources,
    publishers: wire.publishers,
    regimeKeys: wire.regimeKeys ?? {},
    yearBefore: wire.periods.map((code) => wire.periods.indexOf(String(code.slice(0, 4) - 1) + code.slice(4))),
    byCode,
    at: (code) => byCode.get(code),
  };
}

export const isKnown = (value) => !Number.isNaN(value);
export const hasFigure = (values, code, i) => isKnown(values.at(code)?.shown[i] ?? NaN);
// The place of a region's newest figure; -1 without any.
export const lastOf = (values, code) => [...(values.at(code)?.shown ?? [])].findLastIndex(isKnown);

// Whether two figures of a period may be held against each other (as data.regimes.are_comparable): shares of the same,
// or of what one of the sources does not say.
export function areComparable(values, one, other, i) {
  const [first, second] = [one, other].map((code) => values.at(code).regimes[i]);
  return first === second || [first, second].includes(UNSAID);
}

// By how much a figure changed in a year, with the decimals of the coarser of the two (as data.quantity.difference);
// null where either is missing, or they are shares of different things.
export function changeAt(values, code, i) {
  const [region, then] = [values.at(code), values.yearBefore[i]];
  if (then < 0 || !hasFigure(values, code, i) || !hasFigure(values, code, then)) return null;
  if (region.regimes[i] !== region.regimes[then]) return null;
  // Of the decimals and not of the binary fractions: in those 75.3 - 17.1 is 58.199999999999996.
  const value = Number((region.value[i] - region.value[then]).toPrecision(12));
  return { value, decimals: Math.min(region.decimals[i], region.decimals[then]) };
}

// The printed figure, where it disagrees with the counts behind the value; else nothing.
export const printedAt = (values, code, i) => values.at(code)?.printed[values.periods[i]];

// A figure as it is written everywhere, with its unit or without.
export const valueAt = (values, format, code, i) => format.value(values.at(code).shown[i], values.at(code).decimals[i]);
export const bareAt = (values, format, code, i) => format.bare(values.at(code).shown[i], values.at(code).decimals[i]);

// The same with the printed figure behind it, in brackets, where that disagrees.
export function withPrinted(text, values, code, i, write) {
  const printed = printedAt(values, code, i);
  return printed === undefined ? text : `${text} (${write(printed)})`;
}

// The breaks have the indicator's decimals, and so has what they class: lower < value <= upper, as geo.classify computed the breaks.
function classOf(value, breaks) {
  let i = 0;
  while (i < breaks.length && value > breaks[i]) i++;
  return i;
}

// One row of classes per period, so that a move of the slider only compares bytes.
export function classRows(values, codes, breaks) {
  return values.periods.map((_period, i) =>
    Uint8Array.from(codes, (code) => {
      const region = values.at(code);
      if (!region) return GAP_CLASS.h;
      if (Number.isNaN(region.shown[i])) return GAP_CLASS[region.status[i]] ?? GAP_CLASS.h;
      return classOf(region.classed[i], breaks);
    }),
  );
}
