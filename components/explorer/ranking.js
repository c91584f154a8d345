// All regions of a period in their order or, of many, the highest and the lowest with what lies between. Where too few
// have a figure, or the figures are absolute counts, one list of what there is, without ranks.

import { el, say } from "./dom.js";
import { areComparable, bareAt, changeAt, hasFigure, withPrinted } from "./values.js";

// At each end, where not all of them are shown.
const LENGTH = 5;
// Two lists, and more rows than these, stand closer.
const MANY = 12;

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

// As far as the longest bar: of changes, up or down.
const largest = (shown) => Math.max(0, ...shown.map(Math.abs));

// How many stand in the list of the highest and in that of the lowest. each: at either end; up to `whole` of them
// stand in one list.
export function lengths(known, isRanked, each = LENGTH, whole = 0) {
  if (known <= whole) return [known, 0];
  if (!isRanked) return [Math.min(2 * each, known), 0];
  return [Math.min(each, Math.ceil(known / 2)), Math.min(each, Math.floor(known / 2))];
}

// Before which of the regions, from the highest down, the area's own figure stands; null where it has none, or one
// that is a share of something else.
export function placeOf(values, area, known, period) {
  if (!known.length || !hasFigure(values, area, period) || !areComparable(values, area, known[0], period)) return null;
  const own = values.at(area).shown[period];
  const below = known.findIndex((code) => values.at(code).shown[period] < own);
  return below < 0 ? known.length : below;
}

// isFull: with the change in a year behind each value.
function row({ onHover, onSelect, signal, isFull }) {
  const cells = {
    rank: el("span", { class: "rank" }),
    name: el("span", { class: "name" }),
    value: el("span", { class: "value" }),
    bar: el("i", { class: "bar", "aria-hidden": "true" }),
    ...(isFull && { change: el("span", { class: "change" }) }),
  };
  const button = el("button", { type: "button" }, ...Object.values(cells));
  const item = { ...cells, root: el("li", {}, button), button, code: null };
  button.addEventListener("click", () => onSelect(item.code), { signal });
  button.addEventListener("pointerenter", () => onHover(item.code), { signal });
  button.addEventListener("pointerleave", () => onHover(null), { signal });
  return item;
}

function list(which, length, it) {
  const rows = Array.from({ length }, () => row(it));
  const empty = el("li", { class: "empty" }, it.texts.noValues);
  const items = el("ol", { "data-rank": which }, ...rows.map(({ root }) => root), empty);
  const heading = el("h2", {}, it.texts[which]);
  return { rows, empty, heading, items, root: el("section", {}, heading, items) };
}

function write({ values, names, texts, format, stated, colourOf, ofChanges }, item, code, { period, rank, top }) {
  item.root.hidden = code === undefined;
  if (code === undefined) return;
  const printed = (text) => say(texts.printed, { value: format.printed(text) });
  item.code = code;
  item.rank.textContent = rank.get(code) ?? "";
  item.name.textContent = names.get(code);
  item.value.title = stated(code, period);
  item.value.textContent = withPrinted(bareAt(values, format, code, period), values, code, period, printed);
  item.bar.style.transform = `scaleX(${top > 0 ? Math.abs(values.at(code).shown[period]) / top : 0})`;
  if (colourOf) item.bar.style.backgroundColor = colourOf(code, period) ?? "";
  if (!item.change) return;
  const change = ofChanges ? null : changeAt(values, code, period);
  item.change.textContent = change ? format.change(change) : "";
}

// Counts are listed under their sum; too few figures under how many there are.
function sumOf({ values, texts, format, rule }, known, period, applicable) {
  const of = say(texts.held, { n: format.count(known.length), d: format.count(applicable) });
  if (!rule.sums || !known.length) return of;
  const sum = known.reduce((all, code) => all + values.at(code).value[period], 0);
  return say(texts.sum, { sum: format.value(sum), of });
}

function headingOf(it, { known, applicable, isRanked }, period, isWhole) {
  if (!isRanked) return sumOf(it, known, period, applicable);
  const title = it.codes[0].length === 2 ? it.texts.rankedProvinces : it.texts.rankedRegencies;
  return isWhole ? say(title, { count: it.format.count(known.length) }) : it.texts.highest;
}

// What a full list has besides its rows: what the changes are, the area's own figure among those of its regions, and
// what lies between both ends.
function besides({ texts, values, format, names, area, rule }, { root, rows, items, empty }) {
  const [words, average] = [el("span"), el("li", { class: "average" })];
  average.append(words);
  const [head, between] = [el("p", { class: "in-a-year" }, texts.inAYear), el("p", { class: "between" })];
  root.prepend(head);
  root.append(between);

  // The words of the area's figure where its place is not in the list: it lies between the ends, or there is one list.
  function placeAverage(known, most, period) {
    const place = rule.isCount ? null : placeOf(values, area, known, period);
    const isHere = place !== null && (place < most || known.length === most);
    average.hidden = !isHere;
    const said = place === null ? "" : `${names.get(area)} ${bareAt(values, format, area, period)}`;
    words.textContent = said;
    items.insertBefore(average, isHere && place < most ? rows[place].root : empty);
    return isHere ? "" : said;
  }

  return (known, most, least, period) => {
    head.hidden = !rows.some(({ root: one, change }) => !one.hidden && change.textContent);
    const said = placeAverage(known, most, period);
    const left = known.length - most - least;
    between.hidden = left <= 0;
    between.textContent = [say(texts.between, { count: format.count(left) }), said].filter(Boolean).join(" · ");
  };
}

// each, whole: as `lengths` takes them. With `whole` the list is a full one: area: whose own figure stands among those
// of its regions; colourOf(code, period): of a bar.
export function ranking({ each = LENGTH, whole = 0, ...given }) {
  const it = { ...given, isFull: whole > 0 };
  const { values } = it;
  const highest = list("highest", Math.max(2 * each, whole), it);
  const lowest = list("lowest", each, it);
  const root = el("div", { class: "ranking" }, highest.root, lowest.root);
  const tellBesides = it.isFull ? besides(it, highest) : () => {};

  function fill({ rows, empty }, shown, at) {
    for (const [i, item] of rows.entries()) write(it, item, shown[i], at);
    empty.hidden = shown.length > 0;
  }

  function show(period, codes) {
    const found = ranked(values, codes, period, it);
    const { known, rank, isRanked } = found;
    const [most, least] = lengths(known.length, isRanked, each, whole);
    const at = { period, rank, top: largest(known.map((code) => values.at(code).shown[period])) };
    highest.heading.textContent = headingOf(it, found, period, it.isFull && most === known.length);
    fill(highest, known.slice(0, most), at);
    fill(lowest, known.slice(known.length - least).reverse(), at);
    tellBesides(known, most, least, period);
    root.classList.toggle("dense", least > 0 || most > MANY);
    // One figure alone is no lowest; the heading over nothing would deny it.
    lowest.root.hidden = known.length === 1 || !isRanked || (it.isFull && least === 0);
  }

  function select(code) {
    for (const item of [...highest.rows, ...lowest.rows])
      item.button.toggleAttribute("data-selected", item.code !== null && item.code === code);
  }

  return { root, show, select };
}
