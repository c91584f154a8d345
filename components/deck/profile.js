// One region: its figure, its place, where it lies, how it went, and what else is known of it.

import { el } from "../explorer/dom.js";
import { figure } from "./figures.js";
import { fitWidth } from "./fit.js";
import { linesChart } from "./lines.js";
import { mapView } from "./mapview.js";

const MOST_OTHERS = 3;

function facts(list, names) {
  return el("dl", { class: "facts" }, ...list.flatMap(({ label, text, note }) => [el("dt", {}, names.write(label)), el("dd", {}, names.write(text), note ? el("small", {}, names.write(note)) : null)]));
}

function others(rows, texts) {
  if (!rows.length) return null;
  const lines = rows.slice(0, MOST_OTHERS).map(([indicator, value, counts, period]) => el("li", {}, el("span", { class: "name" }, indicator), el("b", {}, counts || value), el("span", { class: "when" }, period)));
  return el("section", { class: "others" }, el("h2", {}, texts.alsoKnown), el("ul", {}, ...lines));
}

export function profile({ slide, it, body, names, unit, signal, deck, texts }) {
  const [value, ...rest] = slide.figures;
  const hero = figure(value, names, "hero");
  const where = mapView({ it, unit, signal, small: true });
  const picture = el("div", { class: "picture" });
  const period = it.indexOf(it.data.period);
  const references = it.data.references.map(({ code, role }) => ({ code, role }));
  body.append(el("div", { class: "left" }, hero.root, facts(rest, names)), el("div", { class: "right" }, picture, el("div", { class: "below" }, where.root, others(slide.others ?? [], texts))));
  return {
    ready() {
      fitWidth(hero.number, unit(), 160, 96);
      where.resize();
      where.show(period);
      where.select(slide.region);
      const { width, height } = picture.getBoundingClientRect();
      if (it.values.periods.length > 1) picture.replaceChildren(linesChart({ it, series: [{ code: slide.region, role: "chosen" }, ...references], targets: deck.targets, width: width / unit(), height: height / unit(), size: 28, signal }));
    },
  };
}
