// One region: its figure, its place, where it lies, how it went, and what else is known of it.

import { trendLines } from "../explorer/context.js";
import { el } from "../explorer/dom.js";
import { figure } from "./figures.js";
import { linesChart } from "./lines.js";
import { mapView } from "./mapview.js";

// One size for every region, that none looks smaller than another; only counts of millions take less.
const HERO = 96;
// Counts longer than this stand below their name: beside it they would squeeze it.
const BESIDE = 11;

function facts(list, names) {
  return el(
    "dl",
    { class: "facts" },
    ...list.map(({ label, text, note }) =>
      el(
        "div",
        {},
        el("dt", {}, names.write(label)),
        el("dd", {}, names.write(text)),
        note ? el("dd", { class: "note" }, names.write(note)) : null,
      ),
    ),
  );
}

function others(rows, texts, now) {
  if (!rows.length) return null;
  const lines = rows.map(([indicator, value, counts, period]) =>
    el(
      "li",
      { class: (counts || value).length > BESIDE ? "long" : null },
      el("span", { class: "name" }, indicator),
      el("b", {}, counts || value),
      period === now ? null : el("span", { class: "when" }, period),
    ),
  );
  return el("section", { class: "others" }, el("h2", {}, texts.alsoKnown), el("ul", {}, ...lines));
}

// As many lines as there is room for; the rest is on the page of the region.
function fitOthers(section) {
  const items = [...(section?.querySelectorAll("li") ?? [])];
  while (items.length && section.scrollHeight > section.clientHeight + 1) items.pop().remove();
  if (section && !items.length) section.remove();
}

export function profile({ slide, it, body, names, unit, signal, deck, texts, head }) {
  const [value, ...rest] = slide.figures;
  const now = it.format.period(it.data.period);
  // Name and figure stand large, so the sentence is the presenter's; here is said what is measured, and when.
  if (head.sentence) head.sentence.textContent = `${names.write(value.label)}, ${now}`;
  const hero = figure(value, names, "hero");
  // A shape is as good as a name.
  const where = names.isHidden() ? null : mapView({ it, unit, signal, small: true });
  const hasCourse = it.values.periods.length > 1;
  const picture = hasCourse ? el("div", { class: "picture" }) : null;
  body.classList.toggle("still", !hasCourse);
  const period = it.indexOf(it.data.period);
  const also = others(slide.others ?? [], texts, now);
  const left = el("div", { class: "left" }, hero.root, facts(rest, names));
  body.append(
    left,
    el("div", { class: "right" }, picture, el("div", { class: where ? "below" : "below alone" }, where?.root, also)),
  );
  return {
    ready() {
      hero.fit(unit(), HERO, 48);
      where?.resize();
      where?.show(period);
      where?.select(slide.region);
      where?.near(slide.region);
      fitOthers(also);
      if (!picture) return;
      const { width, height } = picture.getBoundingClientRect();
      picture.replaceChildren(
        linesChart({
          it,
          series: trendLines(it, slide.region),
          targets: (slide.targets ?? deck.targets).map((one) => ({ ...one, series: names.write(one.series) })),
          width: width / unit(),
          height: height / unit(),
          size: 28,
          signal,
        }),
      );
    },
  };
}
