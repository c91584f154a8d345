// A list ticked off live: every click is a wish that counts once the server has answered it.

import { el, say } from "../../../explorer/dom.js";
import { sieve } from "./filter.js";
import { steps } from "./keyboard_nav.js";
import { naming } from "./naming.js";
import { wishes } from "./pending_ticks.js";
import { rows } from "./rows.js";

const LATE_MS = 6000; // after which an answer is missed, and the screen says so

export function mount(root, data, send) {
  const it = { data, texts: data.texts };
  it.wishes = wishes({ send, onWait: () => tell(it) });
  it.naming = naming({ texts: it.texts, fixed: data.who, onName: () => it.rows.hold(false) });
  it.rows = rows({
    texts: it.texts,
    columns: data.columns,
    may: data.may,
    wished: it.wishes.of,
    waits: it.wishes.waits,
    allowed: () => allowed(it),
    onWish: (id, part) => wish(it, id, part),
  });
  it.sieve = sieve({ texts: it.texts, onSift: () => sift(it) });
  it.steps = steps(it.rows.root);
  it.rows.hold(data.may && !it.naming.who());
  root.append(layOut(it));
  update(it, data);
  sift(it);
  return {
    update: (next) => update(it, next),
    destroy: it.wishes.end,
  };
}

function layOut(it) {
  const { texts, data } = it;
  it.sentence = el("p", { class: "sentence" });
  it.bar = el("progress", { "aria-label": texts.progress });
  it.word = el("p", { class: "word", role: "status" });
  const heading = el(
    "div",
    { class: "row head", "aria-hidden": "true" },
    el("span", { class: "name" }, texts.columns.name),
    ...data.columns.map((column) => el("span", { class: `cell ${column}` }, texts.columns[column])),
    el("span", { class: "state" }, texts.columns.state),
    data.may ? el("span", {}) : null,
  );
  const list = el(
    "div",
    { class: "list", style: `--columns:${data.columns.length}` },
    heading,
    it.rows.root,
    it.sieve.empty,
    it.sieve.more,
  );
  it.sieve.more.addEventListener("click", () => it.rows.root.classList.add("whole"));
  return el(
    "div",
    { class: data.may ? "widget checklist" : "widget checklist only-read" },
    it.sentence,
    it.bar,
    data.may ? it.naming.root : null,
    it.sieve.root,
    it.word,
    list,
  );
}

function update(it, data) {
  it.data = data;
  for (const [wish, [item, sentence]] of Object.entries(data.answered)) {
    if (!it.wishes.has(wish)) continue;
    if (sentence) it.rows.refuse(item, sentence);
    else it.rows.own(item);
  }
  it.wishes.answered(data.answered);
  it.rows.put(data.items);
  count(it);
  tell(it);
  it.steps.keep();
}

// Nothing may look ticked that nobody stands for: the name comes first.
function allowed(it) {
  if (it.naming.who()) return true;
  it.naming.ask();
  return false;
}

function wish(it, id, part) {
  it.rows.refuse(id, "");
  it.wishes.add(id, part, it.naming.who());
  it.rows.show(id);
  tell(it);
}

// Only what the server has answered counts.
function count(it) {
  const { items, sentence } = it.data;
  const done = items.filter((item) => item.done).length;
  it.sentence.textContent = sentence;
  it.bar.max = items.length;
  it.bar.value = done;
  it.sieve.count({ all: items.length, open: items.length - done, done });
}

function tell(it) {
  const { texts } = it;
  const waiting = it.wishes.count();
  const late = waiting > 0 && Date.now() - it.wishes.oldest() > LATE_MS;
  const template = late ? texts.late : waiting ? texts.savingSome : texts.saved;
  const said = it.data.may && (waiting || it.naming.who()) ? say(template, { count: waiting }) : "";
  if (it.word.textContent !== said) it.word.textContent = said;
  it.word.classList.toggle("late", late);
}

function sift(it) {
  it.sieve.sift(it.rows.byId.values());
  it.steps.keep();
}
