// The scoreboard: n of N, whoever has most left to do first; ticks that come in are counted at once, and marked.

import { el, icon, say } from "../explorer/dom.js";
import { figure } from "./figures.js";

const left = ({ done, whole }) => Math.max(0, whole - done);
const MARKED_MS = 2500;
// Drawn: not every font has the letter.
const TICK = "M2 8.5L3.6 7l2.7 2.8L12.4 3 14 4.4 6.4 13z";

export function board({ slide, it, body, names, unit, texts, head, onOpen }) {
  const { live } = slide;
  const count = it.format.count;
  const [done, open] = slide.figures.map((one) => figure(one, names, "big"));
  const periods = new Set(slide.rows.map((row) => row.period));
  const list = el("ol", { class: "board" });
  const before = new Map(slide.rows.map(({ code, done: n }) => [code, n]));
  let rows = slide.rows;
  let drawn = "{}";
  let touched = false;
  let heard = false;
  // A line of its own in every row would push the last regions off the slide, so a sign stands there, told once.
  const legend = el("p", { class: "live-legend", hidden: true });
  const more = el("p", { class: "more", hidden: true });
  const column = el("div", { class: "left" }, open.root, done.root, legend);
  body.append(column, el("div", { class: "rows" }, list, more));

  const sign = () => el("span", { class: "live" }, icon(TICK), el("span", { class: "unseen" }, live.ticked));

  function row(one, isNew) {
    const { code, done: n, whole } = one;
    const share = el("i", { class: "share" });
    share.style.width = `${whole ? Math.min(100, (100 * n) / whole) : 0}%`;
    const item = el(
      "li",
      { "data-region": code, "data-live": one.isLive, "data-new": isNew && one.isLive && before.get(code) !== n },
      el(
        "button",
        { type: "button", tabindex: -1 },
        el("span", { class: "name" }, names.name(code)),
        el("span", { class: "bar", "aria-hidden": "true" }, share),
        el("span", { class: "counts" }, one.isLive ? sign() : null, `${count(n)} / ${count(whole)}`),
        el("b", { class: "left-to-do" }, count(left(one))),
      ),
      periods.size > 1 && one.period ? el("span", { class: "when" }, one.period) : null,
    );
    item.addEventListener("click", () => onOpen(code));
    before.set(code, n);
    return item;
  }

  function draw(isNew = false) {
    const top = list.scrollTop;
    const sorted = [...rows].sort((a, b) => left(b) - left(a) || b.whole - a.whole || (a.code < b.code ? -1 : 1));
    const heads = el(
      "li",
      { class: "head", "aria-hidden": "true" },
      el("span", {}, texts.region),
      el("span", {}),
      el("span", { class: "counts" }, live.done),
      el("b", {}, live.left),
    );
    list.replaceChildren(heads, ...sorted.map((one) => row(one, isNew)));
    standWhole(sorted.length);
    list.scrollTop = top;
    standing();
    // What was ticked just now is what the room speaks of: it comes into sight.
    list.querySelector("[data-new]")?.scrollIntoView({ block: "nearest" });
    if (touched) total(sorted);
    else fitted();
    setTimeout(() => {
      for (const item of list.querySelectorAll("[data-new]")) item.removeAttribute("data-new");
    }, MARKED_MS);
  }

  // How many rows are the meeting's own; the line of sources tells of them too, since it counts the dataset's rows.
  function standing() {
    const ticked = rows.filter(({ isLive }) => isLive).length;
    const said = say(live.counted, { count: count(ticked), total: count(rows.length) });
    legend.hidden = !ticked;
    legend.replaceChildren(icon(TICK), ` ${said}`);
    const source = body.parentElement?.querySelector("footer .source");
    if (source && touched)
      source.textContent = [ticked ? said : "", names.write(slide.source)].filter(Boolean).join(" · ");
  }

  // Rows stand whole or not at all, and how many are out of sight is said.
  function standWhole(all) {
    list.style.height = "";
    more.hidden = true;
    if (list.scrollHeight <= list.clientHeight + 1) return;
    more.hidden = false;
    more.textContent = say(texts.firstRows, { first: count(all), n: count(all) });
    const from = list.getBoundingClientRect().top;
    const ends = [...list.children]
      .map((item) => item.getBoundingClientRect().bottom - from)
      .filter((end) => end <= list.clientHeight + 1);
    more.textContent = say(texts.firstRows, { first: count(ends.length - 1), n: count(all) });
    list.style.height = `${ends.at(-1)}px`;
  }

  // The sentence and the numbers beside it speak of the same counts as the rows.
  function total(sorted) {
    const sum = sorted.reduce(
      (all, one) => ({ done: all.done + one.done, whole: all.whole + one.whole, left: all.left + left(one) }),
      { done: 0, whole: 0, left: 0 },
    );
    done.number.textContent = say(texts.of, { n: count(sum.done), d: count(sum.whole) });
    open.number.textContent = count(sum.left);
    fitted();
    if (head.sentence) head.sentence.textContent = names.write(sentence(sorted, sum));
  }

  function sentence(sorted, sum) {
    const written = {
      done: count(sum.done),
      whole: count(sum.whole),
      left: count(sum.left),
      count: count(sorted.length),
      region: names.name(sorted[0].code),
    };
    const said = say(live.says[(sorted.length === 1 ? "alone" : "sum") + (sum.left ? "" : "_all")], written);
    if (sorted.length === 1 || !sum.left) return said;
    const others = sorted.filter((one) => left(one) === left(sorted[0])).length - 1;
    return `${said} ${say(live.says[others ? "tied" : "most"], { region: written.region, left: count(left(sorted[0])), count: count(others) })}`;
  }

  function fitted() {
    // The note of ticks below them has its place, too.
    for (let size = 190; size >= 96; size -= 12) {
      open.fit(unit(), size, 96);
      done.fit(unit(), Math.min(72, size / 2), 48);
      if (column.scrollHeight <= column.clientHeight + 1) return;
    }
  }

  // Counts by region as the server has them now: `{"17.04": [n, N]}`. A list that names only some of a regency's
  // villages is no count of the regency: it stands on the page of the list alone.
  function counted(lists) {
    const found = new Map(
      Object.entries(lists).filter(([code, [, whole]]) => whole > 0 && whole >= (live.needs[code] ?? 0)),
    );
    const known = slide.rows.map(({ code }) => code);
    const codes = [...known, ...[...found.keys()].filter((code) => !known.includes(code))];
    return codes.map((code, i) => {
      if (!found.has(code)) return slide.rows[i];
      const [n, whole] = found.get(code);
      return { code, done: n, whole: live.wholes[code] ?? whole, period: "", isLive: true };
    });
  }

  // ticks: {"villages_enrolled-all": {"17.04": [n, N]}}; nothing is drawn anew where nothing came.
  function ticks(state) {
    const lists = state[live.measure] ?? {};
    const told = JSON.stringify(lists);
    // What stood there when the slide was opened is no news.
    const isNew = heard;
    heard = true;
    if (told === drawn) return;
    drawn = told;
    touched = true;
    rows = told === "{}" ? slide.rows : counted(lists);
    draw(isNew);
  }

  return {
    ready() {
      fitted();
      draw();
    },
    ticks,
  };
}
