// One row of a list: made once, then only changed where something of it has changed.

import { el, say } from "../../../explorer/dom.js";
import { editor } from "./edit.js";

const FRESH_MS = 6000;

function cell({ texts }, row, column) {
  const heading = el("span", { class: "heading" }, `${texts.columns[column]}: `);
  row.cells[column] = el("span", {});
  return el("span", { class: `cell ${column}` }, heading, row.cells[column]);
}

function pencil({ texts, allowed, onWish }) {
  const onWrite = (id, field, value, seen) => onWish(id, { field, value, seen });
  return editor({ texts, allowed, onWrite, onMerge: (id, merge) => onWish(id, { merge }) });
}

export function makeRow(it, item) {
  const box = el("input", { type: "checkbox", disabled: !it.may, tabindex: -1 });
  const [name, alike] = [el("span", { class: "text" }), el("span", { class: "alike" })];
  const state = el("span", { class: "state" });
  const row = { item, box, name, alike, state, cells: {}, editor: it.may ? pencil(it) : null, said: "", fresh: 0 };
  const label = el("label", { class: "name" }, box, el("span", {}, name, alike));
  const cells = it.columns.map((column) => cell(it, row, column));
  row.root = el("li", { class: "row" }, label, ...cells, state, row.editor?.button);
  row.root.dataset.item = item.id;
  box.addEventListener("click", (event) => it.allowed() || event.preventDefault());
  box.addEventListener("change", () => it.onWish(row.item.id, { done: box.checked }));
  return row;
}

// The word on a row: that it is being saved, why it was not, or its state with who ticked it, and when.
export function stateOf({ item, refused }, isWaiting, texts) {
  if (isWaiting) return texts.saving;
  if (refused) return refused;
  const word = item.done ? texts.done : texts.open;
  return item.by ? say(texts.by, { state: word, who: item.by, when: item.when }) : word;
}

// Everything of a row that is on screen, written only where it is another than before.
export function showRow({ texts, columns, wished, waits, byId }, row) {
  const { item, refused, root } = row;
  const wish = wished(item.id);
  const isWaiting = waits(item.id);
  const others = () => (item.alike ?? []).map((id) => byId.get(id)?.item).filter(Boolean);
  row.editor?.show(item, others, isWaiting, refused);
  const said = JSON.stringify([item, wish, isWaiting, refused]);
  if (said === row.said) return;
  row.said = said;
  row.box.checked = wish ? wish.done : item.done;
  row.name.textContent = item.name;
  row.alike.textContent = item.alike ? texts.alike : "";
  for (const column of columns) {
    row.cells[column].textContent = item[column];
    row.cells[column].parentNode.classList.toggle("empty", !item[column]);
  }
  row.state.textContent = stateOf(row, isWaiting, texts);
  root.classList.toggle("done", row.box.checked);
  root.classList.toggle("saving", isWaiting);
  root.classList.toggle("refused", !isWaiting && Boolean(refused));
  root.classList.toggle("late", item.late && !row.box.checked);
}

// Someone else's tick is marked for a moment, so that the eye finds it.
export function markRow(row) {
  clearTimeout(row.fresh);
  row.root.classList.add("fresh");
  row.fresh = setTimeout(() => row.root.classList.remove("fresh"), FRESH_MS);
}
