// The five highest and five lowest of a period; with few regions nobody stands in both lists. Where too few have a
// figure, or the figures are absolute counts, one list of what there is, without ranks.

import { el, say } from "./dom.js";
import { bareAt, printedAt } from "./values.js";

const LENGTH = 5;

// Competition ranking on displayed decimals: 1, 2, 2, 4 (as data.rank.rank).
// rule: from which share of the regions that it applies to a set is complete, and whether figures are absolute
// counts, which are never ranked (as data.completeness).
export function ranked(values, codes, period, { better, rule }) {
  const known = codes.filter((code) => !Number.isNaN(values.at(code)?.shown[period] ?? NaN));
  const shown = (code) => values.at(code).shown[period];
  known.sort((a, b) => shown(b) - shown(a) || a.localeCompare(b));
  const order = better === "lower" ? [...known].reverse() : known;
  const rank = new Map();
  const idle = codes.filter((code) => values.at(code)?.status[period] === "x").length;
  const applicable = codes.length - idle;
  const isRanked = !rule.isCount && known.length > 0 && known.length >= rule.share * applicable;
  if (isRanked)
    order.forEach((code, i) => {
      const same = i > 0 && shown(order[i - 1]) === shown(code);
      rank.set(code, same ? rank.get(order[i - 1]) : i + 1);
    });
  return { known, rank, applicable, isRanked, order: rule.isCount ? known : order };
}

export function ranking({ values, names, texts, format, better, rule, stated, onHover, onSelect, signal }) {
  const lists = { highest: list("highest", texts.highest), lowest: list("lowest", texts.lowest) };
  const root = el("div", { class: "ranking" }, lists.highest.root, lists.lowest.root);

  function list(which, title) {
    const rows = Array.from({ length: 2 * LENGTH }, row);
    const empty = el("li", { class: "empty" }, texts.noValues);
    const items = el("ol", { "data-rank": which }, ...rows.map(({ root: li }) => li), empty);
    const heading = el("h2", {}, title);
    return { rows, empty, heading, root: el("section", {}, heading, items) };
  }

  function row() {
    const cells = {
      rank: el("span", { class: "rank" }),
      name: el("span", { class: "name" }),
      value: el("span", { class: "value" }),
    };
    const bar = el("i", { class: "bar", "aria-hidden": "true" });
    const button = el("button", { type: "button" }, cells.rank, cells.name, cells.value, bar);
    const li = el("li", {}, button);
    const item = { ...cells, bar, root: li, button, code: null };
    button.addEventListener("click", () => onSelect(item.code), { signal });
    button.addEventListener("pointerenter", () => onHover(item.code), { signal });
    button.addEventListener("pointerleave", () => onHover(null), { signal });
    return item;
  }

  function write(item, code, period, rank, top) {
    item.root.hidden = code === undefined;
    if (code === undefined) return;
    const shown = values.at(code).shown[period];
    item.code = code;
    item.rank.textContent = rank.get(code) ?? "";
    item.name.textContent = names.get(code);
    const printed = printedAt(values, code, period);
    item.value.title = stated(code, period);
    item.value.textContent =
      bareAt(values, format, code, period) +
      (printed === undefined ? "" : ` (${say(texts.printed, { value: format.printed(printed) })})`);
    item.bar.style.transform = `scaleX(${top > 0 ? Math.max(0, shown) / top : 0})`;
  }

  function show(period, codes) {
    const { known, rank, applicable, isRanked } = ranked(values, codes, period, { better, rule });
    const n = isRanked ? Math.min(LENGTH, Math.ceil(known.length / 2)) : Math.min(2 * LENGTH, known.length);
    const m = isRanked ? Math.min(LENGTH, Math.floor(known.length / 2)) : 0;
    lists.highest.heading.textContent = isRanked ? texts.highest : heading(known, period, applicable);
    const top = known.length ? values.at(known[0]).shown[period] : 0;
    const lowest = known.slice(known.length - m).reverse();
    const both = [
      [lists.highest, known.slice(0, n)],
      [lists.lowest, lowest],
    ];
    for (const [list, shown] of both)
      for (const [i, item] of list.rows.entries()) write(item, shown[i], period, rank, top);
    lists.highest.empty.hidden = n > 0;
    // One figure alone is no lowest; the heading over nothing would deny it.
    lists.lowest.root.hidden = known.length === 1 || !isRanked;
    lists.lowest.empty.hidden = m > 0;
  }

  // Counts are listed under their sum; too few figures under how many there are.
  function heading(known, period, applicable) {
    const of = say(texts.held, { n: format.count(known.length), d: format.count(applicable) });
    if (!rule.sums || !known.length) return of;
    return say(texts.sum, {
      sum: format.value(known.reduce((sum, code) => sum + values.at(code).value[period], 0)),
      of,
    });
  }

  function select(code) {
    for (const { rows } of Object.values(lists)) {
      for (const item of rows) item.button.toggleAttribute("data-selected", item.code !== null && item.code === code);
    }
  }

  return { root, show, select };
}
