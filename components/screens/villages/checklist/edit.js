// What is written beside a tick: owner, due date and note of a line, and two lines about one village made one.

import { el, say } from "../../../explorer/dom.js";

const LONGEST = { owner: 200, note: 500 };
const FIELDS = ["owner", "due", "note"];
const PENCIL = "✎";

// What the line says in a field now; a date as the field writes it.
const now = ({ item }, name) => (name === "due" ? item.day : item[name]) ?? "";

// What stood in the fields when they were opened or refused: who writes over it must have seen it.
const seen = (it) => Object.fromEntries(FIELDS.map((name) => [name, now(it, name)]));

function field(it, name) {
  const input = el("input", name === "due" ? { type: "date" } : { type: "text", maxlength: LONGEST[name] });
  input.value = now(it, name);
  it.fields[name] = input;
  return el("label", {}, el("span", {}, it.texts.columns[name]), input);
}

function merging(it, other) {
  const { texts } = it;
  const state = other.done ? texts.done : texts.open;
  const merge = el("button", { type: "button" }, say(texts.merge, { name: other.name, state }));
  merge.addEventListener("click", () => {
    it.saving = true;
    it.onMerge(it.item.id, other.id);
  });
  return merge;
}

function open(it) {
  const { texts, button } = it;
  const cancel = el("button", { type: "button", class: "plain" }, texts.cancel);
  const buttons = [el("button", { type: "submit" }, texts.keep), cancel];
  const fields = FIELDS.map((name) => field(it, name));
  it.form = el("form", { class: "editing" }, ...fields, ...buttons, ...it.others().map((other) => merging(it, other)));
  it.seen = seen(it);
  it.form.addEventListener("submit", (event) => {
    event.preventDefault();
    write(it);
  });
  cancel.addEventListener("click", () => close(it));
  it.form.addEventListener("keydown", (event) => event.key === "Escape" && close(it));
  button.after(it.form);
  button.setAttribute("aria-expanded", "true");
  it.fields.owner.focus();
}

function close(it) {
  it.form?.remove();
  Object.assign(it, { form: null, saving: false });
  it.button.setAttribute("aria-expanded", "false");
}

function write(it) {
  const { item, fields } = it;
  const changed = FIELDS.filter((name) => fields[name].value.trim() !== it.seen[name]);
  if (!changed.length) return close(it);
  it.saving = true;
  for (const name of changed) it.onWrite(item.id, name, fields[name].value, it.seen[name]);
}

export function editor(given) {
  const { edit } = given.texts;
  const kind = { type: "button", class: "edit", "aria-expanded": "false" };
  const button = el("button", { ...kind, title: edit, "aria-label": edit }, PENCIL);
  const it = { ...given, button, form: null, fields: {}, seen: {}, saving: false, item: null, others: () => [] };
  button.addEventListener("click", () => {
    if (it.form) close(it);
    else if (it.allowed()) open(it);
  });
  return {
    button,
    // waits: whether the server still owes an answer; a text that was refused stays where it was typed.
    show(item, others, waits, refused) {
      Object.assign(it, { item, others });
      if (!it.saving || waits) return;
      it.saving = false;
      if (refused) it.seen = seen(it);
      else close(it);
    },
  };
}
