// Class limits with their counts, and the three kinds of gap, each on a line of its own.

import { el, say } from "./dom.js";
import { GAP_CLASS } from "./values.js";

function limits(classification, decimals, format, texts, only) {
  const { breaks, classes, scheme, target } = classification;
  if (scheme === "bubbles") return [];
  const step = 10 ** -decimals;
  const next = (limit) => format.number(limit + step);
  if (!classes) return [];
  if (scheme === "target_bands") {
    const high = format.number(Math.min(breaks[1], classification.most));
    return [
      say(texts.belowTarget, { limit: next(breaks[0]) }),
      say(texts.nearTarget, { target, low: next(breaks[0]), high }),
      breaks[1] < classification.most ? say(texts.aboveTarget, { limit: high }) : null,
    ];
  }
  if (!breaks.length) return [only ?? texts.oneClass];
  const middle = breaks.slice(1).map((limit, i) => `${next(breaks[i])}–${format.number(limit)}`);
  return [
    say(texts.upTo, { limit: format.number(breaks[0]) }),
    ...middle,
    say(texts.above, { limit: format.number(breaks.at(-1)) }),
  ];
}

function line(swatch, text) {
  const count = el("span", { class: "count" });
  const limit = el("span", { class: "limit" }, text);
  return { count, limit, text, row: el("li", {}, swatch, limit, count) };
}

// The largest bubble that a map draws, and the room of its line in the legend.
const LARGEST = 52;
const circle = (size, colour) => el("span", { style: `display:inline-flex;justify-content:center;width:${LARGEST}px` }, el("i", { class: "size", style: `width:${LARGEST * size}px;height:${LARGEST * size}px;background:${colour}` }));

const swatch = (colour) => el("i", { class: "swatch", style: `background:${colour}` });

export function legend({ classification, decimals, format, texts, unitName, only }) {
  const root = el("div", { "data-legend": true, class: "legend" });
  let lines = [];

  function draw(colours) {
    const texts_ = limits(classification, decimals, format, texts, only);
    lines = texts_.flatMap((text, i) => (text === null ? [] : [{ key: i, always: true, ...line(swatch(colours.classes[i]), text) }]));
    const { most, sizes } = classification.bubbles ?? { sizes: [] };
    if (classification.scheme === "bubbles") lines.push(...sizes.map((size) => ({ always: true, size: Math.sqrt(size / most), ...line(circle(Math.sqrt(size / most), colours.bubble), format.bare(size)) })));
    lines.push({ key: GAP_CLASS.h, ...line(el("i", { class: "swatch hatch" }), texts.not_held) });
    lines.push({ key: GAP_CLASS.n, ...line(el("i", { class: "swatch hatch" }), texts.not_reported) });
    lines.push({ key: GAP_CLASS.x, ...line(swatch(colours.notApplicable), texts.not_applicable) });
    lines.push({ key: GAP_CLASS.p, ...line(el("i", { class: "swatch hatch dense" }), texts.suppressed) });
    root.replaceChildren(el("p", { class: "unit" }, unitName), el("ul", {}, ...lines.map(({ row }) => row)));
  }

  function count(classRow) {
    const tally = new Map();
    for (const key of classRow) tally.set(key, (tally.get(key) ?? 0) + 1);
    for (const item of lines) {
      const n = tally.get(item.key) ?? 0;
      if (item.size) continue;
      if (item.always) item.count.textContent = format.count(n);
      else item.limit.textContent = `${item.text}: ${format.count(n)}`;
      item.row.hidden = !item.always && n === 0;
    }
  }

  // For the exported picture: what the legend says now, as plain rows.
  const rows = () =>
    lines.filter(({ row }) => !row.hidden).map(({ key, size, limit, count: n }) => ({ key, size, text: limit.textContent, count: n.textContent }));
  return { root, draw, count, rows };
}
