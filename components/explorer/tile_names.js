// Names and figures on tiles, where a tile has room for them; in pixels of the window, as labels are.

import { svg } from "./dom.js";
import { isDark } from "./lightness.js";
import { widthOf } from "./pen.js";
import { bareAt, hasFigure, withPrinted } from "./values.js";

// A tile below this many pixels bears no name.
const ROOM = 52;
const SIZES = [13, 12, 11, 10];
const LINE = 1.15;
const AIR = 4;
const FIGURE = 15;
// Of names in the exported picture.
const PICTURE = 14;

const figureOf = ({ values, format, period }, code) =>
  hasFigure(values, code, period)
    ? withPrinted(bareAt(values, format, code, period), values, code, period, format.printed)
    : "";

const fitting = (word, size, width) => {
  let cut = word;
  while (cut.length > 2 && widthOf(`${cut}…`, size, 500) > width) cut = cut.slice(0, -1);
  return widthOf(word, size, 500) <= width ? word : `${cut}…`;
};

// The words of a name on as many lines as they need.
export function lines(name, size, width, measure = widthOf) {
  const found = [];
  for (const word of name.split(" ")) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    if (found.length && measure(longer, size, 500) <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

// The largest letters in which a name fits the room, else the smallest, cut.
export function setName(name, width, height, measure = widthOf) {
  for (const size of SIZES) {
    const set = lines(name, size, width, measure);
    if (set.every((one) => measure(one, size, 500) <= width) && set.length * size * LINE <= height)
      return { size, set };
  }
  const size = SIZES.at(-1);
  const most = Math.max(1, Math.floor(height / (size * LINE)));
  const set = lines(name, size, width, measure).slice(0, most);
  return { size, set: set.map((one) => fitting(one, size, width)) };
}

function write({ it, map, written }) {
  for (const [code, { text, figure }] of written) {
    figure.textContent = figureOf(it, code);
    const fill = map.byCode.get(code).getAttribute("fill") ?? "";
    text.setAttribute("class", fill.startsWith("#") ? (isDark(fill) ? "on-dark" : "on-light") : "");
  }
}

function make(it, tiles, code, at, side) {
  const name = tiles.short?.[code] ?? it.names.get(code);
  const { size, set } = setName(name, side - 2 * AIR, side - 2 * AIR - FIGURE * LINE);
  const height = set.length * size * LINE + FIGURE * LINE;
  const top = at.y + (side - height) / 2 + size * 0.85;
  const x = at.x + side / 2;
  const rows = set.map((one, i) => svg("tspan", { x, y: top + i * size * LINE, class: "name" }, one));
  const figure = svg("tspan", { x, y: top + set.length * size * LINE + FIGURE * 0.15, class: "figure" });
  return { text: svg("text", { "font-size": size }, ...rows, figure), figure };
}

// For the exported picture: one line of a name and its figure in the middle of each tile that has room for both.
function drawn({ it, tiles }, { x, y, scale }) {
  const side = tiles ? tiles.side * scale : 0;
  if (side < ROOM) return [];
  return Object.entries(tiles.cells).map(([code, at]) => ({
    x: x + at[0] * scale + side / 2,
    y: y + at[1] * scale + side / 2,
    name: fitting(tiles.short?.[code] ?? it.names.get(code), PICTURE, side - 2 * AIR),
    figure: figureOf(it, code),
    tied: null,
  }));
}

export function tileNames({ it, map }) {
  const root = svg("g", { class: "labels tile-names", "aria-hidden": "true" });
  const state = { it, map, tiles: null, written: new Map() };
  const onScreen = ({ cells, side }, { x, y, scale }, { width, height }) =>
    Object.entries(cells)
      .map(([code, at]) => ({ code, x: x + at[0] * scale, y: y + at[1] * scale }))
      .filter((at) => at.x + side * scale > 0 && at.y + side * scale > 0 && at.x < width && at.y < height);
  return {
    root,
    // tiles: as the server gave them, null where others stand for the regions.
    place(tiles, view, size) {
      state.tiles = tiles;
      const side = tiles ? tiles.side * view.scale : 0;
      const seen = side >= ROOM ? onScreen(tiles, view, size) : [];
      state.written = new Map(seen.map((at) => [at.code, make(it, tiles, at.code, at, side)]));
      root.replaceChildren(...[...state.written.values()].map(({ text }) => text));
      write(state);
    },
    show: () => write(state),
    drawn: (view) => drawn(state, view),
    hide: (on) => root.toggleAttribute("hidden", on),
  };
}
