// One slide: its head, its body by kind, and what is printed under every one.

import { el, say } from "../explorer/dom.js";
import { board } from "./board.js";
import { citations } from "./citations.js";
import { ends } from "./extremes.js";
import { keySlide } from "./figures.js";
import { fitHeight } from "./fit.js";
import { gap } from "./gap.js";
import { mapSlide } from "./mapslide.js";
import { profile } from "./profile.js";
import { trendSlide } from "./trendslide.js";
import { sources, words } from "./words.js";

const KINDS = {
  key: keySlide,
  map: mapSlide,
  extremes: ends,
  gap,
  trend: trendSlide,
  profile,
  scoreboard: board,
  sources,
  text: words,
};
// The size of a slide's letters on the stage of 1366 by 768 that all sizes are told for.
const LETTERS = 28;
// What the imprint may be high before it takes room from the slide's body.
const FOOT = 42;

function head(slide, number, { deck, names, texts }) {
  const simulated = slide.simulated ? el("p", { class: "simulated" }, texts.simulatedMark) : null;
  const title = el("h1", {}, names.write(slide.title));
  const sentence = slide.sentence ? el("p", { class: "sentence" }, names.write(slide.sentence)) : null;
  // What the meeting is called stands on its first slide.
  const meeting = number === 1 && deck.ownName ? el("p", { class: "meeting" }, names.write(deck.ownName)) : null;
  return { root: el("header", {}, meeting, el("div", { class: "top" }, title, simulated), sentence), title, sentence };
}

// Profiles are counted apart: a deck is eight slides and not 522. What stands before them is counted without them.
function place(number, { deck, texts }) {
  const profiles = deck.slides.flatMap(({ kind }, i) => (kind === "profile" ? [i + 1] : []));
  const others = deck.slides.length - profiles.length;
  if (!profiles.length || !others || profiles[0] <= others) return `${number} / ${deck.slides.length}`;
  const apart = say(texts.profiles, { n: profiles.length });
  if (number > others) return `${number} · ${say(texts.profileOf, { n: number - others, d: profiles.length })}`;
  return `${number} / ${others} + ${number === 1 ? say(texts.profilesByName, { profiles: apart }) : apart}`;
}

function foot(slide, number, { deck, names, texts }) {
  const printed = `${deck.dataset} · ${deck.version} · ${deck.made}`;
  return el(
    "footer",
    {},
    citations(slide, { deck, names }),
    el("p", { class: "version" }, printed),
    el("p", { class: "number" }, place(number, { deck, texts })),
  );
}

export function render(given) {
  const { slide, number, it } = given;
  const abort = new AbortController();
  const all = {
    ...given,
    texts: it.texts,
    signal: abort.signal,
    unit: () => parseFloat(getComputedStyle(root).fontSize) / LETTERS || 1,
  };
  const top = head(slide, number, all);
  const body = el("div", { class: "slide-body" });
  const root = el(
    "article",
    { class: `slide ${slide.kind}`, "data-slide": slide.id, lang: given.deck.language },
    top.root,
    body,
    foot(slide, number, all),
  );
  const part = KINDS[slide.kind]({ ...all, head: top, body });
  return {
    root,
    // The imprint first: a body has the room that it leaves.
    ready() {
      fitHeight(root.querySelector(".source"), all.unit(), 18, 15, FOOT);
      part?.ready?.();
    },
    live: (state) => part?.live?.(state),
    ticks: (state) => part?.ticks?.(state),
    destroy() {
      abort.abort();
      root.remove();
    },
  };
}
