// Names and figures on the map, as many as fit without touching one another.

import { svg } from "./dom.js";
import { widthOf } from "./pen.js";
import { isInside, isUntangled, keepsToItsFrame, placesOf, tie, touches } from "./placement.js";
import { bareAt, hasFigure, isKnown, withPrinted } from "./values.js";

const MOST = 40;
const LETTERS = 12.5;
const LINE = 14;
// Around frames, in lines.
const AIR = 0.3;
// How much larger than on a page they are written in the exported picture.
const PICTURE = 1.12;
// Where a label is looked at, in parts of its width and height from its middle: its name, then its figure below.
const LETTERS_AT = [
  ...[-0.48, -0.24, 0, 0.24, 0.48].map((across) => [across, -0.25]),
  ...[-0.15, 0, 0.15].map((across) => [across, 0.25]),
];

// The two ends keep their names before any other, then the place that more people know.
function byWeight(points, values) {
  const last = (code) => [...(values.at(code)?.shown ?? [])].findLast(isKnown) ?? NaN;
  const known = [...points.keys()].filter((code) => isKnown(last(code))).sort((a, b) => last(b) - last(a));
  const first = new Set([known[0], known.at(-1)].filter(Boolean));
  return [...first, ...[...points.keys()].filter((code) => !first.has(code))];
}

const figure = ({ values, format, period }, code) =>
  hasFigure(values, code, period)
    ? withPrinted(bareAt(values, format, code, period), values, code, period, format.printed)
    : "";

// With a little air around them: the letters of a label reach out of its lines.
const framesOnScreen = ({ frames }, { x, y, scale }, air) =>
  frames.map(([left, top, width, height]) => ({
    x: x + (left + width / 2) * scale,
    y: y + (top + height / 2) * scale,
    w: width * scale + 2 * air,
    h: height * scale + 2 * air,
  }));

const pointsOnScreen = ({ points, step }, { x, y, scale }, size) =>
  new Map(
    [...points].map(([code, [px, py]]) => [
      code,
      { code, x: x + (px / step) * scale, y: y + (py / step) * scale, w: size, h: size },
    ]),
  );

const isIn = (box, at) => at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;

// Whether a letter of the label would stand on another region's ground.
function liesOnOthers({ paths, boxes }, spot, { x, y, scale }) {
  return LETTERS_AT.some(([across, down]) => {
    const at = new DOMPoint((spot.x + across * spot.w - x) / scale, (spot.y + down * spot.h - y) / scale);
    return [...paths].some(([code, path]) => code !== spot.code && isIn(boxes.get(code), at) && path.isPointInFill(at));
  });
}

// Which labels fit where, without drawing them: the exported picture asks too.
function fit(it, view, frame, large = it.size(), kept = it.taken()) {
  const height = LINE * large;
  const air = AIR * height;
  const where = pointsOnScreen(it, view, height / 2);
  const frames = framesOnScreen(it, view, air);
  const placed = [];
  const isFree = (spot) =>
    isInside(spot, frame) &&
    ![...placed, ...kept].some((other) => touches(spot, other)) &&
    keepsToItsFrame(spot, where.get(spot.code), frames, air);
  // Not even the middle of another region may lie under a label that could stand elsewhere.
  const coversNone = (spot) => [...where].every(([code, point]) => code === spot.code || !touches(spot, point));
  const fits = (spot) => isFree(spot) && coversNone(spot) && isUntangled(spot, placed);
  // What has been moved out of sight is named by no line that leads there.
  const isInSight = ({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
  for (const point of it.order.map((code) => where.get(code)).filter(isInSight)) {
    if (placed.length >= MOST) break;
    const wide = Math.max(letters(it.names.get(point.code)), letters(figure(it, point.code)) * 1.1) * large + 6;
    const found = stand(it, { ...point, w: wide, h: 2 * height }, { isFree, fits, view, height });
    if (found) placed.push(found);
  }
  return placed;
}

// How wide a name is set on a page: measured, for ten letters may be as wide as fifteen.
const letters = (text) => widthOf(text, LETTERS, 500);

// On its region, else beside it with a line back; nothing where there is no room.
function stand(it, spot, { isFree, fits, view, height }) {
  const isEnd = it.ends.has(spot.code);
  const places = placesOf(spot, height);
  if (it.beside) return figure(it, spot.code) && (places.find(fits) ?? (isEnd && isFree(spot) && spot));
  return places.find((one) => fits(one) && !liesOnOthers(it, one, view)) ?? (isEnd && places.find(fits));
}

function make(it, code) {
  const lines = [svg("tspan", { x: 0, class: "name" }, it.names.get(code)), svg("tspan", { x: 0, class: "figure" })];
  it.written.set(code, svg("text", {}, ...lines));
  return it.written.get(code);
}

function leader(spot) {
  const [from, to] = tie(spot);
  return svg("path", { class: "leader", d: `M${from.x} ${from.y}L${to.x} ${to.y}` });
}

function place(it, view, frame) {
  it.drawnAt = [view, frame];
  it.placed = fit(it, view, frame);
  const written = it.placed.map((spot) => {
    const text = it.written.get(spot.code) ?? make(it, spot.code);
    text.setAttribute("transform", `translate(${spot.x} ${spot.y - 2})`);
    text.lastChild.setAttribute("dy", LINE * it.size());
    return text;
  });
  it.root.replaceChildren(...it.placed.filter(({ from }) => from).map(leader), ...written);
  write(it);
}

function write(it) {
  for (const { code } of it.placed) it.written.get(code).lastChild.textContent = figure(it, code);
}

// For the exported picture: the texts with their places, plain.
const drawn = (it, view, frame) =>
  fit(it, view, frame, PICTURE, []).map((spot) => ({
    x: spot.x,
    y: spot.y,
    name: it.names.get(spot.code),
    figure: figure(it, spot.code),
    tied: spot.from ? tie(spot) : null,
  }));

// What a map may tell its labels besides points, step, names, values and format.
// size(): how much larger than on a page they are written; beside: what has no room on its region stands next to it,
// tied to it by a line, and only what has a figure is named; taken(): boxes on the map that are not free.
// frames: around far islands, on the map's grid; only names of what lies in one may lie on it.
// paths, boxes: the regions' shapes and what they span; where they are given, no name lies on a neighbour of another colour.
const USUAL = { frames: [], boxes: new Map(), paths: new Map(), size: () => 1, beside: false, taken: () => [] };

export function labels(given) {
  const order = byWeight(given.points, given.values);
  const root = svg("g", { class: "labels", "aria-hidden": "true" });
  const state = { written: new Map(), placed: [], period: 0, drawnAt: null };
  const it = { ...USUAL, ...given, order, ends: new Set(order.slice(0, 2)), root, ...state };
  return {
    root,
    place: (view, frame) => place(it, view, frame),
    drawn: (view, frame) => drawn(it, view, frame),
    show(i) {
      it.period = i;
      // Who has a figure changes with the period.
      if (it.beside && it.drawnAt) place(it, ...it.drawnAt);
      else write(it);
    },
    clear() {
      it.drawnAt = null;
      root.replaceChildren();
    },
    hide: (on) => root.toggleAttribute("hidden", on),
  };
}
