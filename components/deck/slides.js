// One slide: its head, its body by kind, and what is printed under every one.

import { el } from "../explorer/dom.js";
import { board } from "./board.js";
import { ends } from "./ends.js";
import { gap } from "./gap.js";
import { keySlide } from "./figures.js";
import { mapSlide } from "./mapslide.js";
import { profile } from "./profile.js";
import { trendSlide } from "./trendslide.js";
import { sources, words } from "./words.js";

const KINDS = { key: keySlide, map: mapSlide, extremes: ends, gap, trend: trendSlide, profile, scoreboard: board, sources, text: words };
// The size of a slide's letters on the stage of 1366 by 768 that all sizes are told for.
const LETTERS = 28;

function head(slide, { names, texts }) {
  const simulated = slide.simulated ? el("p", { class: "simulated" }, texts.simulatedMark) : null;
  const title = el("h1", {}, names.write(slide.title));
  const sentence = slide.sentence ? el("p", { class: "sentence" }, names.write(slide.sentence)) : null;
  return { root: el("header", {}, el("div", { class: "top" }, title, simulated), sentence), title, sentence };
}

function foot(slide, number, { deck, names }) {
  const source = el("p", { class: "source" }, names.quote(slide.source));
  const printed = `${deck.dataset} · ${deck.version} · ${deck.made}`;
  return el("footer", {}, source, el("p", { class: "version" }, printed), el("p", { class: "number" }, `${number} / ${deck.slides.length}`));
}

export function render(given) {
  const { slide, number, it } = given;
  const abort = new AbortController();
  const all = { ...given, texts: it.texts, signal: abort.signal, unit: () => parseFloat(getComputedStyle(root).fontSize) / LETTERS || 1 };
  const top = head(slide, all);
  const body = el("div", { class: "slide-body" });
  const root = el("article", { class: `slide ${slide.kind}`, "data-slide": slide.id, lang: given.deck.language }, top.root, body, foot(slide, number, all));
  const part = KINDS[slide.kind]({ ...all, head: top, body });
  return {
    root,
    ready: () => part?.ready?.(),
    live: (state) => part?.live?.(state),
    ticks: (state) => part?.ticks?.(state),
    destroy() { abort.abort(); root.remove(); },
  };
}
