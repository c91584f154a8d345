// The table of a scoreboard: kept in place while its numbers move. All text is set as text, never read as markup.

import { el, say } from "../../explorer/dom.js";
import { plain } from "../../explorer/plain.js";

function nameCell(entry, code, name, below) {
  const button = el(
    "button",
    { type: "button", class: "name", title: say(entry.data.texts.open, { region: name }) },
    name,
  );
  button.addEventListener("click", () => entry.send(code));
  return el("th", { scope: "row" }, button, below ? el("span", { class: "below" }, below) : null);
}

function row(entry, [code, name, done, whole, left, share, below, live]) {
  const filled = el("i");
  filled.style.width = `${share}%`;
  return el(
    "tr",
    { "data-region": code, "data-live": live, "data-selected": code === entry.data.selected },
    nameCell(entry, code, name, below),
    el("td", {}, `${done} / ${whole}`, el("span", { class: "bar", "aria-hidden": "true" }, filled)),
    el("td", { class: "left" }, left),
  );
}

function gap(entry, [code, name, below]) {
  return el(
    "tr",
    { class: "gap", "data-region": code, "data-selected": code === entry.data.selected },
    nameCell(entry, code, name, below),
    el("td", { colspan: 2 }, entry.data.texts.gap),
  );
}

function sift({ find, body, none }) {
  const wanted = plain(find.value);
  let shown = 0;
  for (const line of body.children) {
    line.hidden = !plain(line.querySelector(".name").textContent).includes(wanted);
    shown += line.hidden ? 0 : 1;
  }
  none.hidden = shown > 0;
}

// The frame ends under a whole row; what lies below is told, since no scrollbar shows on a phone.
function snap({ frame, body, more, data }) {
  const from = frame.getBoundingClientRect().top - frame.scrollTop;
  const bottoms = [...body.children]
    .filter((line) => !line.hidden)
    .map((line) => line.getBoundingClientRect().bottom - from);
  const fitting = bottoms.filter((bottom) => bottom <= data.height);
  more.hidden = fitting.length === bottoms.length;
  frame.style.maxHeight = more.hidden || !fitting.length ? "none" : `${Math.ceil(fitting.at(-1))}px`;
  more.textContent = say(data.texts.more, { count: bottoms.length });
}

// The region chosen just now comes into sight, whole, under the heading that stays.
function reveal({ frame, head, body, data }) {
  const line = [...body.children].find((one) => one.dataset.region === data.selected);
  if (!line || line.hidden) return;
  const [row, box] = [line.getBoundingClientRect(), frame.getBoundingClientRect()];
  const above = row.top - box.top - head.getBoundingClientRect().height;
  if (above < 0) frame.scrollTop += above;
  else if (row.bottom > box.bottom) frame.scrollTop += row.bottom - box.bottom;
}

function fill(entry) {
  const { data, body, frame, root, find } = entry;
  const focused = root.getRootNode().activeElement?.closest?.("tr")?.dataset.region;
  const top = frame.scrollTop;
  find.hidden = !data.many;
  entry.head.replaceChildren(
    el("th", { scope: "col" }, data.texts.region),
    el("th", { scope: "col", class: "number" }, data.texts.done),
    el("th", { scope: "col", class: "number" }, data.texts.left),
  );
  body.replaceChildren(...data.rows.map((one) => row(entry, one)), ...data.gaps.map((one) => gap(entry, one)));
  sift(entry);
  snap(entry);
  frame.scrollTop = top;
  if (entry.revealed !== data.selected) reveal(entry);
  entry.revealed = data.selected;
  if (focused)
    [...body.children]
      .find((line) => line.dataset.region === focused)
      ?.querySelector("button")
      .focus({ preventScroll: true });
}

function make(data) {
  const find = el("input", {
    class: "find",
    type: "search",
    placeholder: data.texts.find,
    "aria-label": data.texts.find,
  });
  const head = el("tr");
  const body = el("tbody");
  const none = el("p", { class: "none", hidden: true, role: "status" }, data.texts.none);
  const frame = el(
    "div",
    { class: "frame", tabindex: 0, role: "region", "aria-label": data.texts.caption },
    el("table", {}, el("caption", {}, data.texts.caption), el("thead", {}, head), body),
    none,
  );
  const more = el("p", { class: "more", hidden: true });
  const root = el("div", { class: "widget scoreboard" }, find, frame, more);
  const entry = { data, root, find, head, body, none, more, frame };
  find.addEventListener("input", () => {
    sift(entry);
    snap(entry);
  });
  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === width) return;
    width = contentRect.width;
    snap(entry);
    reveal(entry);
  }).observe(entry.root);
  return entry;
}

export function mount(host, data, send) {
  const entry = Object.assign(make(data), { send });
  host.append(entry.root);
  fill(entry);
  return {
    update(next) {
      entry.data = next;
      fill(entry);
    },
  };
}
