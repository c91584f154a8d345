// The scoreboard: n of N, whoever has most left to do first; ticks that come in are counted at once, and marked.

import { el, icon, say } from "../explorer/dom.js";
import { figure } from "./figures.js";
import { counted, inOrder, left, sentence, sumOf } from "./standings.js";

const MARKED_MS = 2500;
// Drawn: not every font has the letter.
const TICK = "M2 8.5L3.6 7l2.7 2.8L12.4 3 14 4.4 6.4 13z";

const sign = (live) => el("span", { class: "live" }, icon(TICK), el("span", { class: "unseen" }, live.ticked));

// isNew: whether the row's ticks came in while the slide stood there.
function row(it, one, isNew) {
  const { slide, names, count } = it;
  const { code, done, whole, isLive, period } = one;
  const share = el("i", { class: "share" });
  share.style.width = `${whole ? Math.min(100, (100 * done) / whole) : 0}%`;
  const button = el(
    "button",
    { type: "button", tabindex: -1 },
    el("span", { class: "name" }, names.name(code)),
    el("span", { class: "bar", "aria-hidden": "true" }, share),
    el("span", { class: "counts" }, isLive ? sign(slide.live) : null, `${count(done)} / ${count(whole)}`),
    el("b", { class: "left-to-do" }, count(left(one))),
  );
  const when = it.hasPeriods && period ? el("span", { class: "when" }, period) : null;
  const item = el("li", { "data-region": code, "data-live": isLive, "data-new": isNew }, button, when);
  item.addEventListener("click", () => it.onOpen(code));
  return item;
}

function draw(it, isNews = false) {
  const { list, slide, texts, before } = it;
  const top = list.scrollTop;
  const sorted = inOrder(it.rows);
  const counts = el("span", { class: "counts" }, slide.live.done);
  const titles = [el("span", {}, texts.region), el("span", {}), counts, el("b", {}, slide.live.left)];
  const head = el("li", { class: "head", "aria-hidden": "true" }, ...titles);
  const isNew = ({ code, done, isLive }) => isNews && isLive && before.get(code) !== done;
  list.replaceChildren(head, ...sorted.map((one) => row(it, one, isNew(one))));
  for (const { code, done } of sorted) before.set(code, done);
  standWhole(it, sorted.length);
  list.scrollTop = top;
  standing(it);
  // What was ticked just now is what the room speaks of: it comes into sight.
  list.querySelector("[data-new]")?.scrollIntoView({ block: "nearest" });
  if (it.touched) total(it, sorted);
  fitted(it);
  setTimeout(() => {
    for (const item of list.querySelectorAll("[data-new]")) item.removeAttribute("data-new");
  }, MARKED_MS);
}

// How many rows are the meeting's own; the line of sources tells of them too, since it counts the dataset's rows.
function standing({ rows, slide, legend, body, names, count, touched }) {
  const ticked = rows.filter(({ isLive }) => isLive).length;
  const said = say(slide.live.counted, { count: count(ticked), total: count(rows.length) });
  legend.hidden = !ticked;
  legend.replaceChildren(icon(TICK), ` ${said}`);
  const source = body.parentElement?.querySelector("footer .source");
  if (source && touched)
    source.textContent = [ticked ? said : "", names.write(slide.source)].filter(Boolean).join(" · ");
}

// Rows stand whole or not at all, and how many are out of sight is said.
function standWhole({ list, more, texts, count }, all) {
  const tell = (first) => {
    more.textContent = say(texts.firstRows, { first: count(first), n: count(all) });
  };
  list.style.height = "";
  more.hidden = true;
  if (list.scrollHeight <= list.clientHeight + 1) return;
  more.hidden = false;
  tell(all);
  const from = list.getBoundingClientRect().top;
  const ends = [...list.children].map((item) => item.getBoundingClientRect().bottom - from);
  const fitting = ends.filter((end) => end <= list.clientHeight + 1);
  tell(fitting.length - 1);
  list.style.height = `${fitting.at(-1)}px`;
}

// The sentence and the numbers beside it speak of the same counts as the rows.
function total({ done, open, head, names, texts, slide, count }, sorted) {
  const sum = sumOf(sorted);
  done.number.textContent = say(texts.of, { n: count(sum.done), d: count(sum.whole) });
  open.number.textContent = count(sum.left);
  const written = sentence(sorted, slide.live.says, { name: names.name, count });
  if (head.sentence) head.sentence.textContent = names.write(written);
}

// The note of ticks below them has its place, too.
function fitted({ open, done, column, unit }) {
  for (let size = 190; size >= 96; size -= 12) {
    open.fit(unit(), size, 96);
    done.fit(unit(), Math.min(72, size / 2), 48);
    if (column.scrollHeight <= column.clientHeight + 1) return;
  }
}

// ticks: {"villages_enrolled-all": {"17.04": [n, N]}}; nothing is drawn anew where nothing came.
function take(it, ticks) {
  const lists = ticks[it.slide.live.measure] ?? {};
  const told = JSON.stringify(lists);
  // What stood there when the slide was opened is no news.
  const isNews = it.heard;
  it.heard = true;
  if (told === it.drawn) return;
  Object.assign(it, { drawn: told, touched: true, rows: counted(it.slide.rows, lists, it.slide.live) });
  draw(it, isNews);
}

export function board(all) {
  const { slide, body, names } = all;
  const [done, open] = slide.figures.map((one) => figure(one, names, "big"));
  const list = el("ol", { class: "board" });
  const more = el("p", { class: "more", hidden: true });
  // A line of its own in every row would push the last regions off the slide, so a sign stands there, told once.
  const legend = el("p", { class: "live-legend", hidden: true });
  const column = el("div", { class: "left" }, open.root, done.root, legend);
  body.append(column, el("div", { class: "rows" }, list, more));
  const hasPeriods = new Set(slide.rows.map((one) => one.period)).size > 1;
  const before = new Map(slide.rows.map((one) => [one.code, one.done]));
  const parts = { done, open, list, more, legend, column, hasPeriods, before, count: all.it.format.count };
  const it = { ...all, ...parts, rows: slide.rows, drawn: "{}", touched: false, heard: false };
  return {
    ready() {
      fitted(it);
      draw(it);
    },
    ticks: (ticks) => take(it, ticks),
  };
}
