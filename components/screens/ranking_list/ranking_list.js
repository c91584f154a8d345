// A ranking as a list that stays legible for 514 regions: one row each, all on one axis, found by name.

import { el } from "../../explorer/dom.js";
import { plain } from "../../explorer/plain.js";

// A list of more rows scrolls in its own frame and can be searched.
const LONG = 20;

// Per cent of the axis.
export const place = (value, { low, high }) => (100 * (value - low)) / (high - low);

// Names of two lines stand apart: the lower one to the left of its line, unless it stands so far left that it has no
// room there, and the higher one to the right, unless there it has none.
export function sides(lines, axis) {
  const lowest = Math.min(...lines.map(({ at }) => at));
  return lines.map((line) => {
    const at = place(line.at, axis);
    if (lines.length < 2) return at > 60;
    const lower = line.at === lowest && !(line.country && lines.every((one) => one.at === lowest));
    return lower ? at > 15 : at > 85;
  });
}

function bar({ from, to }, it) {
  if (to === null) return [];
  const start = from ?? 0;
  const [left, right] = [Math.min(start, to), Math.max(start, to)].map((value) => place(value, it.data));
  const kind = it.data.dots ? "bar between" : "bar";
  const box = el("i", { class: kind, style: `left:${left}%;width:${right - left}%` });
  if (!it.data.dots) return [box];
  const dot = (value, name) => el("i", { class: name, style: `left:${place(value, it.data)}%` });
  return [box, dot(from, "dot then"), dot(to, "dot")];
}

const upright = (it) =>
  it.data.lines.map((line) =>
    el("i", { class: line.country ? "line country" : "line", style: `left:${place(line.at, it.data)}%` }),
  );

function row(one, it) {
  const cells = [
    el("span", { class: "place" }, one.place),
    el("span", { class: "name" }, one.name, one.where ? el("small", { class: "where" }, one.where) : null),
    el("span", { class: "track", "aria-hidden": "true" }, ...upright(it), ...bar(one, it)),
    el("span", { class: "figure" }, one.text),
    el("span", { class: "aside" }, [one.aside, one.moved].filter(Boolean).join(" ")),
  ];
  if (!one.code) return el("li", {}, el("div", { class: "row", title: one.tip }, ...cells));
  const button = el("button", { type: "button", class: "row", title: one.tip, "data-code": one.code }, ...cells);
  return el("li", {}, button);
}

function head(it) {
  const { lines, aside } = it.data;
  const left = sides(lines, it.data);
  const labels = lines.map((line, i) =>
    el("span", { class: left[i] ? "label left" : "label", style: `left:${place(line.at, it.data)}%` }, line.label),
  );
  const track = el("span", { class: "track" }, ...labels);
  const empty = () => el("span", {});
  return el("div", { class: "row head" }, empty(), empty(), track, empty(), el("span", { class: "aside" }, aside));
}

function search(it) {
  const { texts } = it.data;
  const field = el("input", { type: "search", placeholder: texts.search, "aria-label": texts.search });
  field.addEventListener("input", () => {
    const wanted = plain(field.value);
    let found = 0;
    for (const { item, name } of it.items) {
      item.hidden = !name.includes(wanted);
      found += !item.hidden;
    }
    it.none.hidden = found > 0;
  });
  return field;
}

// Up and down go from row to row, as in any list; Tab leaves it.
function steps(it) {
  const buttons = [...it.list.querySelectorAll("button")];
  for (const [i, button] of buttons.entries()) button.tabIndex = i ? -1 : 0;
  it.list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const shown = buttons.filter((button) => !button.closest("li").hidden);
    const next = shown[shown.indexOf(event.target) + by];
    if (!by || !next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}

// The widths of both figures, the same in every row: an axis that is longer in one row than in the next would lie.
export function columns({ rows, aside }) {
  const widest = (texts) => Math.max(4, ...texts.map((text) => text.length)) + 1;
  const second = rows.map((one) => [one.aside, one.moved].filter(Boolean).join(" "));
  return `--figure:${widest(rows.map(({ text }) => text))}ch;--aside:${widest([aside, ...second])}ch`;
}

export function mount(host, data, send) {
  const it = { data };
  it.items = data.rows.map((one) => ({ item: row(one, it), name: plain(`${one.name} ${one.where ?? ""}`) }));
  it.list = el("ol", {}, ...it.items.map(({ item }) => item));
  it.none = el("p", { class: "none", role: "status", hidden: true }, data.texts.none);
  const long = data.rows.length > LONG;
  const mark = data.mark ? el("b", { class: "mark" }, data.mark) : null;
  const named = data.rows.some(({ code }) => code);
  const above = el("div", { class: "above" }, el("p", {}, mark, data.head), long && named ? search(it) : null);
  const scroll = el("div", { class: long ? "scroll long" : "scroll" }, data.bare ? null : head(it), it.list, it.none);
  const names = data.bare ? "widget ranking-list bare" : "widget ranking-list";
  host.append(el("div", { class: names, style: columns(data) }, above, scroll));
  it.list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) send(button.dataset.code);
  });
  steps(it);
  const update = ({ region }) => {
    for (const button of it.list.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset.code === region));
  };
  update(data);
  return { update };
}
