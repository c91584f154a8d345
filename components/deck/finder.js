// Typing a region's name opens its profile: at once where the name is whole, by Enter where it is begun.

import { el, say } from "../explorer/dom.js";
import { plain } from "../explorer/search.js";

const MOST = 6;

// Whole names first, then beginnings of the name, then of a word in it, then any part.
export function matches(names, wanted) {
  const text = plain(wanted);
  if (!text) return [];
  const grade = (name) => [name === text, name.startsWith(text), name.split(/[ .]+/).some((word) => word.startsWith(text)) || name.includes(` ${text}`), name.includes(text)].indexOf(true);
  return [...names].map(([code, name]) => ({ code, name, grade: grade(plain(name)) }))
    .filter(({ grade: place }) => place >= 0)
    .sort((a, b) => a.grade - b.grade || a.name.localeCompare(b.name));
}

export function finder({ names, texts, has, write, onFound }) {
  const here = new Map([...names].filter(([code]) => has(code)));
  const field = el("p", { class: "typed" });
  const list = el("ol", {});
  const word = el("p", { class: "word", role: "status" });
  const root = el("div", { class: "finder", hidden: true, role: "search" }, field, list, word);
  let text = "";
  let found = [];
  let at = 0;

  function show() {
    root.hidden = false;
    found = matches(here, text).slice(0, MOST);
    at = Math.min(at, Math.max(0, found.length - 1));
    field.textContent = text || texts.findName;
    field.classList.toggle("empty", !text);
    list.replaceChildren(...found.map(({ code, name }, i) => {
      const item = el("li", { class: i === at ? "first" : null }, el("button", { type: "button", tabindex: -1 }, name));
      item.addEventListener("click", () => open(code));
      return item;
    }));
    word.textContent = text && !found.length ? say(texts.notFound, { name: text }) : "";
  }

  function close() {
    root.hidden = true;
    text = "";
  }

  function open(code) {
    close();
    onFound(code);
  }

  // A whole name opens by itself, unless more names go on from it.
  function look() {
    at = 0;
    show();
    const typed = plain(text);
    const goesOn = found.filter(({ name }) => plain(name).startsWith(typed));
    if (found.length && plain(found[0].name) === typed && goesOn.length === 1) open(found[0].code);
  }

  function press(key) {
    if (key === "Escape") close();
    else if (key === "Backspace") { text = text.slice(0, -1); look(); }
    else if (key === "Enter") { if (found.length) open(found[at].code); }
    else if (key === "ArrowDown" || key === "ArrowUp") { at = Math.max(0, Math.min(found.length - 1, at + (key === "ArrowDown" ? 1 : -1))); show(); }
    else if (key === " " || key === "." || key === "-") { text += key; look(); }
    else return false;
    return true;
  }

  return {
    root, press, close, write,
    isOpen: () => !root.hidden,
    type(key) { text += key; look(); },
    begin(letters) { text = typeof letters === "string" ? letters : ""; look(); },
  };
}
