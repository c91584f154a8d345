// Class limits with their counts, and the three kinds of gap, each on a line of its own.

import { el } from "./dom.js";
import { LARGEST } from "./map.js";
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

// classification.words: one line per class, in words that Python found; frameTitle: what a map's frames are, "" without;
// radius: of the largest bubble of the map that this explains.
export function legend({ classification, format, texts, unitName, frameTitle = "", radius = LARGEST }) {
  const root = el("div", { "data-legend": true, class: "legend" });
  let lines = [];

  function draw(colours) {
    const { scheme, words, bubbles } = classification;
    // Of counts the sizes are explained, not the ground.
    lines =
      scheme === "bubbles"
        ? []
        : words.map(({ text, rare }, i) => ({
            key: i,
            counted: true,
            rare,
            ...line(swatch(colours.classes[i]), text),
          }));
    const { most, sizes } = bubbles ?? { sizes: [] };
    if (scheme === "bubbles")
      lines.push(
        ...sizes.map((size) => ({
          size: Math.sqrt(size / most),
          ...line(circle(Math.sqrt(size / most), colours.bubble, radius), format.bare(size)),
        })),
      );
    lines.push({ key: GAP_CLASS.h, ...line(el("i", { class: "swatch hatch" }), texts.not_held) });
    lines.push({ key: GAP_CLASS.n, ...line(el("i", { class: "swatch hatch" }), texts.not_reported) });
    lines.push({ key: GAP_CLASS.x, ...line(swatch(colours.notApplicable), texts.not_applicable) });
    lines.push({ key: GAP_CLASS.p, ...line(el("i", { class: "swatch hatch dense" }), texts.suppressed) });
    if (frameTitle) lines.push({ key: FRAME, fixed: true, ...line(el("i", { class: "swatch frame" }), frameTitle) });
    root.replaceChildren(el("p", { class: "unit" }, unitName), el("ul", {}, ...lines.map(({ row }) => row)));
  }

  function count(classRow) {
    const tally = new Map();
    for (const key of classRow) tally.set(key, (tally.get(key) ?? 0) + 1);
    for (const item of lines) {
      const n = tally.get(item.key) ?? 0;
      if (item.size || item.fixed) continue;
      if (item.counted) item.count.textContent = format.count(n);
      else item.limit.textContent = `${item.text}: ${format.count(n)}`;
      item.row.hidden = n === 0 && (item.rare || !item.counted);
    }
  }

  // For the exported picture: what the legend says now, as plain rows.
  const rows = () =>
    lines
      .filter(({ row }) => !row.hidden)
      .map(({ key, size, limit, count: n }) => ({ key, size, text: limit.textContent, count: n.textContent }));
  return { root, draw, count, rows };
}
