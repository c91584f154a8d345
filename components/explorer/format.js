// Numbers and periods as the screen's language writes them.

import { say } from "./dom.js";

const cache = new Map();

function numberFormat(locale, decimals) {
  const key = `${locale}/${decimals}`;
  if (!cache.has(key)) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    cache.set(key, new Intl.NumberFormat(locale, digits));
  }
  return cache.get(key);
}

// Half up on the shortest decimal that denotes the number, as Intl and data.rank.round_displayed do; toFixed differs.
export const rounded = (value, decimals) =>
  Math.abs(value) < 1e-6
    ? 0
    : Math.sign(value) * Number(`${Math.round(`${Math.abs(value)}e${decimals}`)}e-${decimals}`);

export function formatter({ locale, unit, decimals, texts }) {
  const number = (value, digits = decimals) => numberFormat(locale, digits).format(value).replace("-", "−");
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const patterns = { percent: texts.percent, rupiah: texts.rupiah, points: texts.points };

  function rupiah(value) {
    for (const [size, name] of [
      [1e9, texts.billion],
      [1e6, texts.million],
    ]) {
      if (value >= size) return `${number(value / size, value % size ? 1 : 0)}\u00a0${name}`;
    }
    return number(value, 0);
  }

  function period(code, style = month) {
    const [year, rest] = code.split("-");
    if (!rest) return year;
    if (rest.startsWith("Q")) return say(texts.quarter, { quarter: ["I", "II", "III", "IV"][rest[1] - 1], year });
    return style.format(Date.UTC(Number(year), Number(rest) - 1, 1));
  }

  // A change has its sign.
  function bare(value, digits) {
    if (unit === "rupiah") return rupiah(value);
    return unit === "points" && value > 0 ? `+${number(value, digits)}` : number(value, digits);
  }

  // With its sign; what shows as nothing is less than the last decimal (as components.report.differences.points_text).
  function change({ value, decimals: digits }) {
    const sign = value < 0 ? "−" : "+";
    if (rounded(value, digits)) return sign + bare(Math.abs(value), digits);
    return value ? `${sign}<${number(10 ** -digits, digits)}` : number(0, digits);
  }

  return {
    number,
    count: (value) => number(value, 0),
    // As the source printed it: its own decimals say how it was rounded.
    printed: (text) => number(Number(text), (text.split(".")[1] ?? "").length),
    bare,
    change,
    value: (value, digits) => say(patterns[unit] ?? texts.counted, { value: bare(value, digits) }),
    period,
    shortPeriod: (code) => period(code, shortMonth),
  };
}
