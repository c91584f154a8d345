// Class limits with their counts, as one strip or each on a line of its own, and below them the kinds of gap.

import { el } from "./dom.js";
import { LARGEST } from "./map.js";
import { ramp } from "./ramp.js";
import { GAP_CLASS } from "./values.js";

function line(swatch, text) {
  const count = el("span", { class: "count" });
  const limit = el("span", { class: "limit" }, text);
  return { count, limit, text, row: el("li", {}, swatch, limit, count) };
}

// The line that says what the frames around far islands are; no class has this key.
export const FRAME = "frame";

// A bubble as the map draws it, in the room that its largest takes; a deck has a pixel of its own.
function circle(size, colour, largest) {
  const across = (part) => `calc(${2 * largest * part} * var(--unit, 1px))`;
  return el(
    "span",
    { style: `display:inline-flex;justify-content:center;width:${across(1)}` },
    el("i", { class: "size", style: `width:${across(size)};height:${across(size)};background:${colour}` }),
  );
}

const swatch = (colour) => el("i", { class: "swatch", style: `background:${colour}` });

// A line for each class, in words that Python found; of counts the sizes are explained, not the ground.
function classLines({ classification, format, radius }, colours) {
  const { scheme, words, bubbles } = classification;
  if (scheme !== "bubbles")
    return words.map(({ text, rare }, i) => ({
      key: i,
      counted: true,
      rare,
      ...line(swatch(colours.classes[i]), text),
    }));
  return bubbles.sizes.map((figure) => {
    const size = Math.sqrt(figure / bubbles.most);
    return { size, ...line(circle(size, colours.bubble, radius), format.bare(figure)) };
  });
}

const hatch = (kind) => el("i", { class: `swatch ${kind}` });

function gapLines({ texts, frameTitle }, colours) {
  const gaps = [
    { key: GAP_CLASS.h, ...line(hatch("hatch"), texts.not_held) },
    { key: GAP_CLASS.n, ...line(hatch("hatch"), texts.not_reported) },
    { key: GAP_CLASS.o, ...line(hatch("hatch"), texts.other_regime) },
    { key: GAP_CLASS.x, ...line(swatch(colours.notApplicable), texts.not_applicable) },
    { key: GAP_CLASS.p, ...line(hatch("hatch dense"), texts.suppressed) },
  ];
  return frameTitle ? [...gaps, { key: FRAME, fixed: true, ...line(hatch("frame"), frameTitle) }] : gaps;
}

// frameTitle: what a map's frames are, "" without; radius: of the largest bubble of the map that this explains.
// asRamp: whether the classes are one strip, where they have one; mark: the area that stands on it, { code, name }.
export function legend({ frameTitle = "", radius = LARGEST, asRamp = false, mark = null, ...given }) {
  const it = { ...given, frameTitle, radius, mark };
  const hasRamp = asRamp && Boolean(it.classification.ramp);
  const root = el("div", { "data-legend": true, class: hasRamp ? "legend with-ramp" : "legend" });
  let lines = [];
  let strip = null;

  function draw(colours) {
    strip = hasRamp ? ramp(it, colours) : null;
    const gaps = gapLines(it, colours);
    const classes = strip ? strip.items : classLines(it, colours);
    lines = [...classes, ...gaps];
    const unit = strip ? `${it.unitName} · ${it.texts.regionCount}` : it.unitName;
    const note = asRamp && it.classification.note ? el("p", { class: "note" }, it.classification.note) : null;
    const listed = strip ? gaps : lines;
    const list = el("ul", { class: "lines" }, ...listed.map(({ row }) => row));
    root.replaceChildren(...[el("p", { class: "unit" }, unit), strip?.root, list, note].filter(Boolean));
  }

  function count(classRow, i) {
    const tally = new Map();
    for (const key of classRow) tally.set(key, (tally.get(key) ?? 0) + 1);
    for (const item of lines.filter(({ size, fixed }) => !size && !fixed)) {
      const n = tally.get(item.key) ?? 0;
      if (item.counted) item.count.textContent = it.format.count(n);
      else item.limit.textContent = `${item.text}: ${it.format.count(n)}`;
      item.row.hidden = n === 0 && (item.rare || !item.counted);
    }
    strip?.raise(tally);
    strip?.point(i);
  }

  // For the exported picture: what the legend says now, as plain rows.
  const rows = () =>
    lines
      .filter(({ row }) => !row.hidden)
      .map(({ key, size, limit, count: n }) => ({ key, size, text: limit.textContent, count: n.textContent }));
  return { root, draw, count, rows };
}
