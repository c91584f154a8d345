// The same figures as a table, built when it is opened.

import { el, say } from "./dom.js";
import { ranked } from "./ranking.js";
import { gapText, statusText } from "./tooltip.js";
import { hasFigure, isKnown, valueAt, withPrinted } from "./values.js";

// Of a row's cells, those of words; all others are numbers.
const WORDS = [1, 5];

const line = (tag, cells, attributes = {}) =>
  el("tr", {}, ...cells.map((text, i) => el(tag, { ...attributes, class: WORDS.includes(i) ? "" : "number" }, text)));

function cells({ values, names, format, texts, stated, checked }, code, period, rank) {
  const region = values.at(code);
  const count = (counts) => (isKnown(counts?.[period] ?? NaN) ? format.count(counts[period]) : "–");
  const counted = [count(region?.numerator), count(region?.denominator)];
  if (!hasFigure(values, code, period))
    return [rank ?? "–", names.get(code), "–", ...counted, gapText(region, period, texts)];
  const printed = (text) => say(texts.printed, { value: format.printed(text) });
  const value = withPrinted(valueAt(values, format, code, period), values, code, period, printed);
  const status = [statusText(region, period, texts), stated(code, period), checked(code, period)]
    .filter(Boolean)
    .join("; ");
  return [rank ?? "–", names.get(code), value, ...counted, status];
}

function heads({ texts, parts }) {
  const counted = [parts.numerator ?? texts.numerator, parts.denominator ?? texts.denominator];
  return line("th", [texts.rank, texts.region, texts.value, ...counted, texts.status], { scope: "col" });
}

export function table(it) {
  const { values, codes, format, texts } = it;
  const body = el("tbody");
  const caption = el("caption");
  const figures = el("table", {}, caption, el("thead", {}, heads(it)), body);
  const scroll = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": texts.table }, figures);
  const root = el("details", { class: "twin" }, el("summary", {}, texts.table), scroll);
  let period = 0;

  function write() {
    if (!root.open) return;
    const { known, rank } = ranked(values, codes, period, it);
    const gaps = codes.filter((code) => !hasFigure(values, code, period));
    caption.textContent = format.period(values.periods[period]);
    body.replaceChildren(...[...known, ...gaps].map((code) => line("td", cells(it, code, period, rank.get(code)))));
  }

  root.addEventListener("toggle", write);
  return {
    root,
    show(i) {
      period = i;
      write();
    },
  };
}
