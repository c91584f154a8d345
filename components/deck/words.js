// Slides of words: sources with definitions, and what the presenter wrote.

import { el } from "../explorer/dom.js";
import { fit } from "./fit.js";

const paragraphs = (slide, names) => slide.paragraphs.map((text) => el("p", {}, names.write(text)));

export function sources({ slide, body, names, texts, unit }) {
  const listed = slide.sources.map(([publisher, title, published]) =>
    el("li", {}, el("b", {}, names.write(publisher)), ` ${names.write(title)}${published ? ` (${published})` : ""}`),
  );
  const block = el(
    "div",
    { class: "fitted" },
    ...paragraphs(slide, names).map((node) => {
      node.className = "definition";
      return node;
    }),
    el("h2", {}, texts.sources),
    el("ul", {}, ...listed),
    el("p", { class: "soft" }, texts.indicative),
  );
  body.append(block);
  return { ready: () => fit(block, unit(), 30, 28) };
}

export function words({ slide, body, names, unit }) {
  const block = el("div", { class: "fitted own" }, ...paragraphs(slide, names));
  body.append(block);
  return { ready: () => fit(block, unit(), 44, 28) };
}
