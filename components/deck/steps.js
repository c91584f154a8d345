// Why a rate changed: a bar for each step, below its name and its figure.

import { el } from "../explorer/dom.js";

function step({ label, text, left, width, end, colour }) {
  const bar = el("i", {});
  bar.style.setProperty("--left", left);
  bar.style.setProperty("--width", width);
  bar.style.setProperty("--end", end);
  bar.style.setProperty("--colour", colour);
  return el("li", {}, el("span", {}, label), el("b", {}, text), bar);
}

export function stepsChart({ title, rows }, names) {
  return el("figure", { class: "steps" }, el("figcaption", {}, names.write(title)), el("ol", {}, ...rows.map(step)));
}
