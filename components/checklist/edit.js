// What is written beside a tick: owner, due date and note of a line, and two lines about one village made one.

import { el, say } from "./dom.js";

const LONGEST = { owner: 200, note: 500 };
const PENCIL = "✎";

export function editor({ texts, allowed, onWrite, onMerge }) {
  const button = el(
    "button",
    { type: "button", class: "edit", title: texts.edit, "aria-label": texts.edit, "aria-expanded": "false" },
    PENCIL,
  );
  let form = null;
  let fields = {};
  let seen = {};
  let saving = false;
  let item = null;
  let others = () => [];

  const now = (name) => (name === "due" ? item.day : item[name]) ?? "";

  function field(name) {
    const input = el("input", name === "due" ? { type: "date" } : { type: "text", maxlength: LONGEST[name] });
    input.value = now(name);
    fields[name] = input;
    return el("label", {}, el("span", {}, texts.columns[name]), input);
  }

  function open() {
    fields = {};
    form = el(
      "form",
      { class: "editing" },
      field("owner"),
      field("due"),
      field("note"),
      el("button", { type: "submit" }, texts.keep),
      el("button", { type: "button", class: "plain" }, texts.cancel),
      ...others().map(merging),
    );
    seen = Object.fromEntries(Object.keys(fields).map((name) => [name, now(name)]));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      write();
    });
    form.querySelector(".plain").addEventListener("click", close);
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    button.after(form);
    button.setAttribute("aria-expanded", "true");
    fields.owner.focus();
  }

  function close() {
    form?.remove();
    form = null;
    saving = false;
    button.setAttribute("aria-expanded", "false");
  }

  function merging(other) {
    const merge = el(
      "button",
      { type: "button" },
      say(texts.merge, { name: other.name, state: other.done ? texts.done : texts.open }),
    );
    merge.addEventListener("click", () => {
      saving = true;
      onMerge(item.id, other.id);
    });
    return merge;
  }

  function write() {
    const changed = Object.keys(fields).filter((name) => fields[name].value.trim() !== seen[name]);
    if (!changed.length) return close();
    saving = true;
    for (const name of changed) onWrite(item.id, name, fields[name].value, seen[name]);
  }

  button.addEventListener("click", () => {
    if (form) close();
    else if (allowed()) open();
  });

  return {
    button,
    // waits: whether the server still owes an answer; a text that was refused stays where it was typed.
    show(next, alike, waits, refused) {
      item = next;
      others = alike;
      if (!saving || waits) return;
      saving = false;
      if (!refused) return close();
      seen = Object.fromEntries(Object.keys(fields).map((name) => [name, now(name)]));
    },
  };
}
