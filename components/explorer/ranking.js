// The five highest and five lowest of a period; with few regions nobody stands in both lists. Where too few have a
// figure, or the figures are absolute counts, one list of what there is, without ranks.

import { el, say } from "./dom.js";
import { bareAt, hasFigure, withPrinted } from "./values.js";

const LENGTH = 5;

// Competition ranking on displayed decimals: 1, 2, 2, 4 (as data.rank.rank).
// rule: from which share of the regions that it applies to a set is complete, how many may be lacking where the others
// are numbered all the same, and whether figures are absolute counts, which are never ranked (as data.completeness).
export function ranked(values, codes, period, { better, rule }) {
  const known = codes.filter((code) => hasFigure(values, code, period));
  const shown = (code) => values.at(code).shown[period];
  known.sort((a, b) => shown(b) - shown(a) || a.localeCompare(b));
  const order = better === "lower" ? [...known].reverse() : known;
  const rank = new Map();
  const idle = codes.filter((code) => values.at(code)?.status[period] === "x").length;
  const applicable = codes.length - idle;
  const isRanked = !rule.isCount && known.length > 0 && known.length >= rule.share * applicable;
  const lacking = applicable - known.length;
  if (isRanked || (!rule.isCount && known.length > 1 && lacking <= rule.spare))
    order.forEach((code, i) => {
      const same = i > 0 && shown(order[i - 1]) === shown(code);
      rank.set(code, same ? rank.get(order[i - 1]) : i + 1);
    });
  return { known, rank, applicable, isRanked, order: rule.isCount ? known : order };
}

// How many stand in the list of the highest and in that of the lowest.
export function lengths(known, isRanked) {
  if (!isRanked) return [Math.min(2 * LENGTH, known), 0];
  return [Math.min(LENGTH, Math.ceil(known / 2)), Math.min(LENGTH, Math.floor(known / 2))];
}

function row({ onHover, onSelect, signal }) {
  const cells = {
    rank: el("span", { class: "rank" }),
    name: el("span", { class: "name" }),
    value: el("span", { class: "value" }),
    bar: el("i", { class: "bar", "aria-hidden": "true" }),
  };
  const button = el("button", { type: "button" }, ...Object.values(cells));
  const item = { ...cells, root: el("li", {}, button), button, code: null };
  button.addEventListener("click", () => onSelect(item.code), { signal });
  button.addEventListener("pointerenter", () => onHover(item.code), { signal });
  button.addEventListener("pointerleave", () => onHover(null), { signal });
  return item;
}

function list(which, it) {
  const rows = Array.from({ length: 2 * LENGTH }, () => row(it));
  const empty = el("li", { class: "empty" }, it.texts.noValues);
  const items = el("ol", { "data-rank": which }, ...rows.map(({ root }) => root), empty);
  const heading = el("h2", {}, it.texts[which]);
  return { rows, empty, heading, root: el("section", {}, heading, items) };
}

function write({ values, names, texts, format, stated }, item, code, period, rank, top) {
  item.root.hidden = code === undefined;
  if (code === undefined) return;
  const printed = (text) => say(texts.printed, { value: format.printed(text) });
  item.code = code;
  item.rank.textContent = rank.get(code) ?? "";
  item.name.textContent = names.get(code);
  item.value.title = stated(code, period);
  item.value.textContent = withPrinted(bareAt(values, format, code, period), values, code, period, printed);
  item.bar.style.transform = `scaleX(${top > 0 ? Math.max(0, values.at(code).shown[period]) / top : 0})`;
}

// Counts are listed under their sum; too few figures under how many there are.
function sumOf({ values, texts, format, rule }, known, period, applicable) {
  const of = say(texts.held, { n: format.count(known.length), d: format.count(applicable) });
  if (!rule.sums || !known.length) return of;
  const sum = known.reduce((all, code) => all + values.at(code).value[period], 0);
  return say(texts.sum, { sum: format.value(sum), of });
}

export function ranking(it) {
  const { values, texts } = it;
  const [highest, lowest] = [list("highest", it), list("lowest", it)];

  function fill({ rows, empty }, shown, period, rank, top) {
    for (const [i, item] of rows.entries()) write(it, item, shown[i], period, rank, top);
    empty.hidden = shown.length > 0;
  }

  function show(period, codes) {
    const { known, rank, applicable, isRanked } = ranked(values, codes, period, it);
    const [most, least] = lengths(known.length, isRanked);
    const top = known.length ? values.at(known[0]).shown[period] : 0;
    highest.heading.textContent = isRanked ? texts.highest : sumOf(it, known, period, applicable);
    fill(highest, known.slice(0, most), period, rank, top);
    fill(lowest, known.slice(known.length - least).reverse(), period, rank, top);
    // One figure alone is no lowest; the heading over nothing would deny it.
    lowest.root.hidden = known.length === 1 || !isRanked;
  }

  function select(code) {
    for (const item of [...highest.rows, ...lowest.rows])
      item.button.toggleAttribute("data-selected", item.code !== null && item.code === code);
  }

  return { root: el("div", { class: "ranking" }, highest.root, lowest.root), show, select };
}
