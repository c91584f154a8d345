// The line of sources under a slide. A press opens who printed its figures, when, and where that can be read.

import { el } from "../explorer/dom.js";

function entry({ title, line, note, url }, names) {
  // An address may spell a name; it stands in full, so that it can be copied where there is no internet.
  const shown = url && !names.isHidden() ? el("a", { href: url, target: "_blank", rel: "noopener" }, url) : null;
  return el(
    "li",
    {},
    el("b", {}, names.write(title)),
    el("span", {}, names.write(line)),
    note ? el("span", {}, names.write(note)) : null,
    shown,
  );
}

export function citations(slide, { deck, names }) {
  const said = names.write(slide.source);
  const cited = (slide.cites ?? []).map((place) => deck.sources[place]);
  if (!cited.length) return el("p", { class: "source" }, said);
  const list = el("ul", {}, ...cited.map((one) => entry(one, names)));
  return el("details", { class: "cites" }, el("summary", { class: "source" }, said), list);
}
