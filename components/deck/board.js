// The scoreboard: n of N, whoever has most left to do first; ticks that come in are counted at once.

import { el } from "../explorer/dom.js";
import { figure } from "./figures.js";

export function board({ slide, it, body, names, unit, texts, onOpen }) {
  const [done, left] = slide.figures.map((one) => figure(one, names, "big"));
  const periods = new Set(slide.rows.map((row) => row.period));
  const list = el("ol", { class: "board" });
  let rows = slide.rows;
  body.append(el("div", { class: "left" }, left.root, done.root), list);

  function row({ code, name, done: n, whole, period }) {
    const share = el("i", { class: "share" });
    share.style.width = `${whole ? (100 * n) / whole : 0}%`;
    const item = el("li", { "data-region": code },
      el("button", { type: "button", tabindex: -1 },
        el("span", { class: "name" }, names.write(name)),
        el("span", { class: "bar", "aria-hidden": "true" }, share),
        el("span", { class: "counts" }, `${it.format.count(n)} / ${it.format.count(whole)}`),
        el("b", { class: "left-to-do" }, it.format.count(Math.max(0, whole - n)))),
      periods.size > 1 ? el("span", { class: "when" }, period) : null);
    item.addEventListener("click", () => onOpen(code));
    return item;
  }

  function draw() {
    const sorted = [...rows].sort((a, b) => b.whole - b.done - (a.whole - a.done) || b.whole - a.whole);
    const head = el("li", { class: "head", "aria-hidden": "true" }, el("span", {}, texts.region), el("span", {}), el("span", { class: "counts" }, texts.enrolled), el("b", {}, texts.left));
    list.replaceChildren(head, ...sorted.map(row));
  }

  // ticks: {"villages_enrolled-all": {"17.04": [n, N]}}, as the server counts them now.
  function ticks(state) {
    const counted = state[slide.id.replace("scoreboard-", "")] ?? {};
    rows = slide.rows.map((one) => (counted[one.code] ? { ...one, done: counted[one.code][0], whole: counted[one.code][1] } : one));
    const total = rows.reduce((sum, one) => ({ done: sum.done + one.done, whole: sum.whole + one.whole }), { done: 0, whole: 0 });
    if (Object.keys(counted).length) {
      done.number.textContent = texts.of.replace("{n}", it.format.count(total.done)).replace("{d}", it.format.count(total.whole));
      left.number.textContent = it.format.count(total.whole - total.done);
    }
    draw();
  }

  return { ready() { left.fit(unit(), 190, 96); done.fit(unit(), 72, 48); draw(); }, ticks };
}
