// The key slide: the sentence as a headline, one figure before all others, the rest beside it.

import { el } from "../explorer/dom.js";
import { fitHeight, fitWidth } from "./fit.js";
import { qrDrawing } from "./qr.js";

// Where there is no figure the reason stands in its place, smaller: a dash could be read as nothing.
export function figure({ label, text, note }, names, kind) {
  const isGap = text === "–" && Boolean(note);
  const number = el("p", { class: "figure-text" }, names.write(isGap ? note : text));
  const words = el(
    "div",
    { class: "figure-words" },
    el("p", { class: "label" }, names.write(label)),
    note && !isGap ? el("p", { class: "note" }, names.write(note)) : null,
  );
  const fitted = (unit, most, least) => fitWidth(number, unit, isGap ? Math.min(most, 64) : most, isGap ? 28 : least);
  return {
    root: el("section", { class: `figure ${kind}${isGap ? " gap-figure" : ""}` }, number, words),
    number,
    fit: fitted,
  };
}

// Three lines of the headline, or more that are smaller.
const SENTENCE = 160;

// An address breaks after its slashes.
const breakable = (text) => text.split(/(?<=\/)/).flatMap((part) => [part, el("wbr")]);

// Where the audience finds the deck; the code is large under Q.
function follow(deck, texts) {
  return el(
    "div",
    { class: "follow" },
    qrDrawing(deck),
    el("p", {}, el("span", {}, texts.follow), el("b", {}, ...breakable(deck.shortUrl))),
  );
}

export function keySlide({ slide, names, unit, body, head, texts, deck }) {
  // The sentence is the headline here, and what is measured stands small above it.
  const [first, ...others] = slide.figures;
  if (!first) {
    body.append(el("p", { class: "nothing" }, texts.noValues));
    return null;
  }
  const hero = figure(first, names, "hero");
  const rest = others.map((one) => figure(one, names, "side"));
  const left = el("div", { class: "left" }, hero.root, deck.qr ? follow(deck, texts) : null);
  body.append(left, el("div", { class: "sides" }, ...rest.map(({ root }) => root)));
  return {
    ready() {
      hero.fit(unit(), 208, 48);
      for (const one of rest) one.fit(unit(), 96, 48);
      if (head.sentence) fitHeight(head.sentence, unit(), 44, 28, SENTENCE);
    },
  };
}
