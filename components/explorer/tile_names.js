// Names and figures on tiles, and provinces' names above their blocks, where there is room; in pixels of the window.

import { svg } from "./dom.js";
import { isDark } from "./lightness.js";
import { widthOf } from "./pen.js";
import { bareAt, hasFigure, withPrinted } from "./values.js";

// A tile below this many pixels bears no name.
const ROOM = 40;
const SIZES = [13, 12, 11, 10, 9];
const LINE = 1.15;
const AIR = 2;
const FIGURE = 14;
const [LIGHT, DARK] = ["#fff", "#14201c"];
// Of provinces' names: size in tiles, the least and the most of it, and how far down in their box the letters stand.
const BLOCK = { part: 0.72, least: 10, most: 14, base: 0.74 };

const figureOf = ({ values, format, period }, code) =>
  hasFigure(values, code, period)
    ? withPrinted(bareAt(values, format, code, period), values, code, period, format.printed)
    : "";

// The words of a name on as many lines as they need.
export function linesOf(name, size, width, measure = widthOf) {
  const found = [];
  for (const word of name.split(" ")) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    if (found.length && measure(longer, size, 500) <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

function cut(word, size, width, measure) {
  if (measure(word, size, 500) <= width) return word;
  let short = word;
  while (short.length > 2 && measure(`${short}…`, size, 500) > width) short = short.slice(0, -1);
  return `${short}…`;
}

// The largest letters in which a name fits its room, else the smallest, cut.
export function setName(name, width, height, measure = widthOf) {
  for (const size of SIZES) {
    const lines = linesOf(name, size, width, measure);
    const fits = lines.every((one) => measure(one, size, 500) <= width) && lines.length * size * LINE <= height;
    if (fits) return { size, lines };
  }
  const size = SIZES.at(-1);
  const most = Math.max(1, Math.floor(height / (size * LINE)));
  const lines = linesOf(name, size, width, measure).slice(0, most);
  return { size, lines: lines.map((one) => cut(one, size, width, measure)) };
}

const touch = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

// The names of blocks that fit above them, on no tile and no other name; they come with the largest block first.
// names: [text, x, y] of their lower left corners; tiles: boxes; all in pixels.
export function blockNames(names, tiles, size, measure = widthOf) {
  const placed = [];
  for (const [text, x, y] of names) {
    const box = { text, size, x, y: y - 0.92 * size, w: measure(text, size, 500), h: 0.86 * size };
    if (![...tiles, ...placed].some((other) => touch(box, other))) placed.push(box);
  }
  return placed;
}

// A name reads on its tile's own colour; where that is a pattern, it has the map's ink.
function write({ it, map, written }) {
  for (const [code, { text, figure }] of written) {
    figure.textContent = figureOf(it, code);
    const fill = map.byCode.get(code).getAttribute("fill") ?? "";
    const isColour = fill.startsWith("#");
    text.classList.toggle("bare", isColour);
    if (isColour) text.setAttribute("fill", isDark(fill) ? LIGHT : DARK);
    else text.removeAttribute("fill");
  }
}

// A name and its figure in the middle of a tile.
function make(it, tiles, { code, x: left, y: above, w: side }) {
  const name = tiles.short[code] ?? it.names.get(code);
  const { size, lines } = setName(name, side - 2 * AIR, side - 2 * AIR - FIGURE * LINE);
  const height = lines.length * size * LINE + FIGURE * LINE;
  const top = above + (side - height) / 2 + size * 0.85;
  const x = left + side / 2;
  const rows = lines.map((one, i) => svg("tspan", { x, y: top + i * size * LINE }, one));
  const at = { x, y: top + lines.length * size * LINE + FIGURE * 0.15, "font-size": FIGURE, "font-weight": 700 };
  const figure = svg("tspan", at);
  return { text: svg("text", { "font-size": size, "text-anchor": "middle" }, ...rows, figure), figure };
}

const onScreen = ({ cells, side }, { x, y, scale }) =>
  Object.entries(cells).map(([code, at]) => ({
    code,
    x: x + at[0] * scale,
    y: y + at[1] * scale,
    w: side * scale,
    h: side * scale,
  }));

const above = ({ names }, { x, y, scale }) =>
  names.map(([text, left, top]) => [text, x + left * scale, y + top * scale]);

// All names in a window, and by code those of tiles, whose figures change.
function drawn({ it, map }, tiles, view, { width, height }) {
  if (!tiles) return { texts: [], written: new Map() };
  const boxes = onScreen(tiles, view);
  const side = tiles.side * view.scale;
  const size = Math.min(Math.max(BLOCK.part * side, BLOCK.least), BLOCK.most);
  const blocks = blockNames(above(tiles, view), boxes, size).map(({ text, x, y }) =>
    svg("text", { x, y: y + BLOCK.base * size, "font-size": size, class: "block" }, text),
  );
  const seen = side < ROOM ? [] : boxes.filter((box) => touch(box, { x: 0, y: 0, w: width, h: height }));
  const written = new Map(seen.map((box) => [box.code, make(it, tiles, box)]));
  write({ it, map, written });
  return { texts: [...blocks, ...[...written.values()].map(({ text }) => text)], written };
}

export function tileNames({ it, map }) {
  const root = svg("g", { class: "labels tile-names", "aria-hidden": "true" });
  const state = { it, map, written: new Map(), tiles: null };
  return {
    root,
    // tiles: as the server gave them, null where others stand for the regions.
    place(tiles, view, size) {
      const { texts, written } = drawn(state, tiles, view, size);
      Object.assign(state, { tiles, written });
      root.replaceChildren(...texts);
    },
    show: () => write(state),
    // For the exported picture.
    drawn: (view, size) => drawn(state, state.tiles, view, size).texts,
    hide: (on) => root.toggleAttribute("hidden", on),
  };
}
