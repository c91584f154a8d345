// Typing a region's name opens its profile: at once where the name is whole, by Enter where it is begun.
// While names are hidden a region is found by its number alone.

import { el, say } from "../explorer/dom.js";
import { plain } from "../explorer/regions.js";

const MOST = 6;
// Beginnings of a name or of a word in it; anything after that lies somewhere inside.
const BEGINS = 2;
// So long an Enter still belongs to the name that opened by itself.
const CONFIRM_MS = 3000;

const begins = (grade) => grade >= 0 && grade <= BEGINS;

const gradeOf = (name, text) =>
  [
    name === text,
    name.startsWith(text),
    name.split(/[ .]+/).some((word) => word.startsWith(text)) || name.includes(` ${text}`),
    name.includes(text),
  ].indexOf(true);

// Whole names first, then beginnings of the name, then of a word in it, then any part.
// index: all regions, with other names that people use; null where the deck holds none, for its names are hidden.
export function matches(names, wanted, index = null) {
  const text = plain(wanted);
  if (!text) return [];
  const known = new Map((index?.find(wanted) ?? []).map(({ code, grade }) => [code, grade]));
  const grade = ({ code, name, isName }) => {
    const grades = [gradeOf(plain(name), text), (isName && known.get(code)) ?? -1].filter(
      (one) => one !== false && one >= 0,
    );
    return grades.length ? Math.min(...grades) : -1;
  };
  return names
    .map((one) => ({ ...one, grade: grade(one) }))
    .filter(({ grade }) => grade >= 0)
    .sort((a, b) => a.grade - b.grade || a.name.localeCompare(b.name, undefined, { numeric: true }));
}

// names(): what may be typed now, as { code, name, shown }.
export function finder({ names, index = null, texts, onFound }) {
  const field = el("p", { class: "typed" });
  const list = el("ol", {});
  const word = el("p", { class: "word", role: "status" });
  const root = el("div", { class: "finder", hidden: true, role: "search" }, field, list, word);
  let text = "";
  let found = [];
  let at = 0;
  let opened = -Infinity;

  function show() {
    root.hidden = false;
    found = matches(names(), text, index)
      .filter(({ code }, i, all) => all.findIndex((one) => one.code === code) === i)
      .slice(0, MOST);
    at = Math.min(at, Math.max(0, found.length - 1));
    field.textContent = text || texts.findName;
    field.classList.toggle("empty", !text);
    list.replaceChildren(
      ...found.map(({ code, shown }, i) => {
        const item = el(
          "li",
          { class: i === at ? "first" : null },
          el("button", { type: "button", tabindex: -1 }, shown),
        );
        item.addEventListener("click", () => open(code));
        return item;
      }),
    );
    word.textContent = text && !found.length ? absent() : "";
  }

  // A region that lies elsewhere is known all the same, unless names are hidden.
  function absent() {
    const elsewhere = names().some(({ isName }) => isName) ? (index?.find(text) ?? []) : [];
    if (!elsewhere.length) return say(texts.notFound, { name: text });
    return elsewhere
      .slice(0, 3)
      .map(({ name, province, code }) =>
        say(texts.elsewhere, { name: code.length > 2 ? `${name} (${province})` : name }),
      )
      .join(" ");
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
    if (found.length && plain(found[0].name) === typed && goesOn.length === 1) {
      open(found[0].code);
      opened = performance.now();
    }
  }

  function press(key) {
    if (key === "Escape") close();
    else if (key === "Backspace") {
      text = text.slice(0, -1);
      look();
    } else if (key === "Enter") {
      if (found.length) open(found[at].code);
      else close();
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      at = Math.max(0, Math.min(found.length - 1, at + (key === "ArrowDown" ? 1 : -1)));
      show();
    } else if (/^\d$/.test(key)) return digit(key);
    else if (key === " " || key === "." || key === "-") {
      text += key;
      look();
    } else return false;
    return true;
  }

  // A number is a name while names are hidden; else it is a slide's, and the search is over.
  function digit(key) {
    if (!names().some(({ name }) => /\d/.test(name))) {
      close();
      return false;
    }
    text += key;
    look();
    return true;
  }

  return {
    root,
    press,
    close,
    knows: (letters) =>
      names().some(({ name }) => begins(gradeOf(plain(name), plain(letters)))) ||
      (names().some(({ isName }) => isName) && (index?.find(letters) ?? []).some(({ grade }) => begins(grade))),
    // Once: whether a name has just opened by itself.
    confirmed() {
      const was = performance.now() - opened < CONFIRM_MS;
      opened = -Infinity;
      return was;
    },
    isOpen: () => !root.hidden,
    type(key) {
      text += key;
      look();
    },
    begin(letters) {
      text = typeof letters === "string" ? letters : "";
      look();
    },
  };
}
