// The classes of a legend as one strip: limits below it, above it how many regions each class has, and a mark where the
// area itself stands.

import { el } from "./dom.js";

// How high the bar of the class with most regions is, in pixels.
const HIGHEST = 22;

// Where a value stands on strips of equal widths: 0 to 1. range: the lowest and the highest value.
export function placeOn(value, breaks, [low, high]) {
  const edges = [Math.min(low, breaks[0]), ...breaks, Math.max(high, breaks.at(-1))];
  const i = breaks.filter((limit) => value > limit).length;
  const part = edges[i + 1] > edges[i] ? (value - edges[i]) / (edges[i + 1] - edges[i]) : 0.5;
  return (i + Math.min(Math.max(part, 0), 1)) / (edges.length - 1);
}

function strip({ text }, i, ramp, colour) {
  const [count, bar] = [el("span", { class: "count" }), el("i", { class: "bar" })];
  const above = el("span", { class: "above" }, count, bar);
  const ends = i === 0 && ramp.ends[0] ? el("span", { class: "low edge" }, ramp.ends[0]) : null;
  const limit = el("span", { class: i < ramp.limits.length ? "limit" : "high edge" }, ramp.limits[i] ?? ramp.ends[1]);
  const below = el("span", { class: "below", "aria-hidden": "true" }, ends, limit);
  const swatch = el("i", { class: "swatch", style: `background:${colour}` });
  const words = el("span", { class: "words" }, text);
  return { count, bar, text, limit: words, row: el("li", { title: text }, words, above, swatch, below) };
}

// mark: the area, { code, name }; null without one.
export function ramp({ classification, values, format, mark }, colours) {
  const items = classification.words.map((words, i) => ({
    key: i,
    counted: true,
    ...strip(words, i, classification.ramp, colours.classes[i]),
  }));
  const list = el("ul", { class: "strips", style: `--n:${items.length}` }, ...items.map(({ row }) => row));
  const [line, said] = [el("i", { class: "mark" }), el("p", { class: "marked" })];
  const root = el("div", { class: "ramp" }, list, line, said);

  function raise(tally) {
    const most = Math.max(1, ...items.map(({ key }) => tally.get(key) ?? 0));
    for (const { key, bar } of items) bar.style.height = `${Math.ceil(((tally.get(key) ?? 0) / most) * HIGHEST)}px`;
  }

  function point(i) {
    const figure = mark ? (values.at(mark.code)?.classed[i] ?? NaN) : NaN;
    line.hidden = said.hidden = Number.isNaN(figure);
    if (line.hidden) return;
    const at = placeOn(figure, classification.breaks, classification.ramp.range);
    line.style.left = `${at * 100}%`;
    // Written to the left of its place the further right that is, and never out of the strip.
    said.style.left = `${at * 100}%`;
    said.style.translate = `${-at * 100}%`;
    said.textContent = `${mark.name} ${format.bare(values.at(mark.code).shown[i], values.at(mark.code).decimals[i])}`;
  }

  return { root, items, raise, point };
}
