// Typing a region's name opens its profile: at once where the name is whole, by Enter where it is begun.
// While names are hidden a region is found by its number alone.

import { el, say } from "../explorer/dom.js";
import { plain } from "../explorer/plain.js";

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

const isNamed = (names) => names.some(({ isName }) => isName);

// What other regions of the country a text may mean; none while names are hidden.
const elsewhere = ({ names, index }, text) => (isNamed(names()) ? (index?.find(text) ?? []) : []);

function option(it, { code, shown }, isFirst) {
  const button = el("button", { type: "button", tabindex: -1 }, shown);
  const item = el("li", { class: isFirst ? "first" : null }, button);
  item.addEventListener("click", () => open(it, code));
  return item;
}

// What fits the text, once for each region, and the place in it that is marked.
function show(it, at) {
  const { root, field, list, word, text } = it;
  const all = matches(it.names(), text, it.index);
  const found = all.filter(({ code }, i) => all.findIndex((one) => one.code === code) === i).slice(0, MOST);
  Object.assign(it, { found, at: Math.max(0, Math.min(at, found.length - 1)) });
  root.hidden = false;
  field.textContent = text || it.texts.findName;
  field.classList.toggle("empty", !text);
  list.replaceChildren(...found.map((one, i) => option(it, one, i === it.at)));
  word.textContent = text && !found.length ? absent(it) : "";
}

function absent(it) {
  const { texts, text } = it;
  const known = elsewhere(it, text).slice(0, 3);
  if (!known.length) return say(texts.notFound, { name: text });
  const whole = ({ name, province, code }) => (code.length > 2 ? `${name} (${province})` : name);
  return known.map((one) => say(texts.elsewhere, { name: whole(one) })).join(" ");
}

function close(it) {
  it.root.hidden = true;
  it.text = "";
}

function open(it, code) {
  close(it);
  it.onFound(code);
}

// A whole name opens by itself, unless more names go on from it.
function look(it, text) {
  it.text = text;
  show(it, 0);
  const typed = plain(text);
  const goesOn = it.found.filter(({ name }) => plain(name).startsWith(typed));
  if (!it.found.length || plain(it.found[0].name) !== typed || goesOn.length > 1) return;
  open(it, it.found[0].code);
  it.opened = performance.now();
}

// Whether the key was meant for the search.
function press(it, key) {
  if (/^\d$/.test(key)) return digit(it, key);
  if (key === "Enter" && it.found.length) open(it, it.found[it.at].code);
  else if (key === "Escape" || key === "Enter") close(it);
  else if (key === "Backspace") look(it, it.text.slice(0, -1));
  else if (key === "ArrowDown") show(it, it.at + 1);
  else if (key === "ArrowUp") show(it, it.at - 1);
  else if (" .-".includes(key)) look(it, it.text + key);
  else return false;
  return true;
}

// A number is a name while names are hidden; else it is a slide's, and the search is over.
function digit(it, key) {
  const isName = it.names().some(({ name }) => /\d/.test(name));
  if (isName) look(it, it.text + key);
  else close(it);
  return isName;
}

// Whether letters begin a name that may be typed now.
function knows(it, letters) {
  const isBegun = ({ name }) => begins(gradeOf(plain(name), plain(letters)));
  return it.names().some(isBegun) || elsewhere(it, letters).some(({ grade }) => begins(grade));
}

// names(): what may be typed now, as { code, name, shown }.
export function finder({ index = null, ...given }) {
  const field = el("p", { class: "typed" });
  const list = el("ol", {});
  const word = el("p", { class: "word", role: "status" });
  const root = el("div", { class: "finder", hidden: true, role: "search" }, field, list, word);
  const it = { ...given, index, root, field, list, word, text: "", found: [], at: 0, opened: -Infinity };
  return {
    root,
    press: (key) => press(it, key),
    knows: (letters) => knows(it, letters),
    // Once: whether a name has just opened by itself.
    confirmed() {
      const was = performance.now() - it.opened < CONFIRM_MS;
      it.opened = -Infinity;
      return was;
    },
    isOpen: () => !root.hidden,
    type: (key) => look(it, it.text + key),
    begin: (letters) => look(it, typeof letters === "string" ? letters : ""),
  };
}
