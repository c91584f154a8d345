// The same figures as a table, built when it is opened.

import { el, say } from "./dom.js";
import { ranked } from "./ranking.js";
import { gapText, statusText } from "./tooltip.js";
import { printedAt, valueAt } from "./values.js";

export function table({ values, names, codes, format, texts, better, rule, stated, parts }) {
  const body = el("tbody");
  const caption = el("caption");
  const heads = [
    texts.rank,
    texts.region,
    texts.value,
    parts.numerator ?? texts.numerator,
    parts.denominator ?? texts.denominator,
    texts.status,
  ];
  const head = el(
    "thead",
    {},
    el(
      "tr",
      {},
      ...heads.map((text, i) => el("th", { scope: "col", class: i === 1 || i === 5 ? "" : "number" }, text)),
    ),
  );
  const root = el(
    "details",
    { class: "twin" },
    el("summary", {}, texts.table),
    el(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": texts.table },
      el("table", {}, caption, head, body),
    ),
  );
  let period = 0;

  const count = (value) => (Number.isNaN(value) ? "–" : format.count(value));

  function row(code, rank) {
    const region = values.at(code);
    const known = region && !Number.isNaN(region.shown[period]);
    const printed = printedAt(values, code, period);
    const value = known
      ? valueAt(values, format, code, period) +
        (printed === undefined ? "" : ` (${say(texts.printed, { value: format.printed(printed) })})`)
      : "–";
    const status = known
      ? [statusText(region, period, texts), stated(code, period)].filter(Boolean).join("; ")
      : gapText(region, period, texts);
    const cells = [
      rank ?? "–",
      names.get(code),
      value,
      count(region?.numerator[period] ?? NaN),
      count(region?.denominator[period] ?? NaN),
      status,
    ];
    return el(
      "tr",
      {},
      ...cells.map((text, i) => el("td", { class: i === 1 || i === 5 ? "" : "number" }, String(text))),
    );
  }

  function write() {
    if (!root.open) return;
    const { known, rank } = ranked(values, codes, period, { better, rule });
    const figured = new Set(known);
    const gaps = codes.filter((code) => !figured.has(code));
    caption.textContent = format.period(values.periods[period]);
    body.replaceChildren(...[...known, ...gaps].map((code) => row(code, rank.get(code))));
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
