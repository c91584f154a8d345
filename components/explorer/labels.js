// Figures and names on the map: on their region where they fit, else in the free room beside it with a line back.

import { svg } from "./dom.js";
import { groundOf } from "./ground.js";
import { widthOf } from "./pen.js";
import { beside, costOf, isInside, keepsToItsFrame, settle, tie, touches } from "./placement.js";
import { bareAt, hasFigure, isKnown, withPrinted } from "./values.js";

const MOST = 40;
// Up to so many regions each is named, at the worst on another's ground.
const ALL = 20;
const LETTERS = 12.5;
const LINE = 15;
// Air around frames, in lines, and around land, in pixels.
const AIR = 0.3;
const SHORE = 3;
// How much larger than on a page they are written in the exported picture.
const PICTURE = 1.12;
// Places beside a region: steps across in pixels, how many of them that are free on one level, and parts of the window.
const STEP = 10;
const FREE = 3;
const REACH = { across: 0.6, up: 0.6 };
// The most that a place may cost on a map of more regions than ALL, but for the first of them: no line runs across it.
const LONGEST = 170;
// What it costs to lie on land: to begin with, and for each cell of it.
const ON_LAND = [300, 3];

// The two ends and the largest keep their names before any other, then the place that more people know.
function firstOf(points, values) {
  const last = (code) => [...(values.at(code)?.shown ?? [])].findLast(isKnown) ?? NaN;
  const known = [...points.keys()].filter((code) => isKnown(last(code))).sort((a, b) => last(b) - last(a));
  return new Set([known[0], known.at(-1), points.keys().next().value].filter(Boolean));
}

const figureAt = ({ values, format }, code, i) =>
  hasFigure(values, code, i) ? withPrinted(bareAt(values, format, code, i), values, code, i, format.printed) : "";

const figure = (it, code) => figureAt(it, code, it.period);

// How wide a label is set on a page, by its widest figure: it keeps its place while time moves.
function widthFor(it, code) {
  if (!it.widths.has(code)) {
    const figures = it.values.periods.map((_period, i) => figureAt(it, code, i));
    const longest = figures.reduce((one, other) => (other.length > one.length ? other : one), "");
    const figureWide = longest ? widthOf(`${longest} `, LETTERS, 700) : 0;
    it.widths.set(code, figureWide + widthOf(it.names.get(code), LETTERS, 400) + 4);
  }
  return it.widths.get(code);
}

// With a little air around them: the letters of a label reach out of its lines.
const framesOnScreen = ({ frames }, { x, y, scale }, air) =>
  frames.map(([left, top, width, height]) => ({
    x: x + (left + width / 2) * scale,
    y: y + (top + height / 2) * scale,
    w: width * scale + 2 * air,
    h: height * scale + 2 * air,
  }));

// What is in sight, with the dot that a line leads to: what has been moved out of sight is named by no line.
function spotsOf(it, { x, y, scale }, frame, ground, large) {
  const isInSight = (at) => at.x >= 0 && at.y >= 0 && at.x <= frame.width && at.y <= frame.height;
  return it.order
    .map((code) => {
      const [px, py] = it.points.get(code);
      const at = { x: x + (px / it.step) * scale, y: y + (py / it.step) * scale };
      return { code, at, w: widthFor(it, code) * large, h: LINE * large };
    })
    .filter(({ at, code }) => isInSight(at) && (!it.knownOnly || figure(it, code)))
    .map((spot) => ({ ...spot, dot: ground.onOwn(spot.code, spot.at) }))
    .slice(0, MOST);
}

const NUDGES = [0, 1, -1, 2, -2, 3, -3, 4, -4];

// On the region itself, nearest to its middle.
function within({ dot, w, h, code }, ground) {
  const spots = NUDGES.flatMap((down) =>
    NUDGES.map((across) => ({ x: dot.x + (across * w) / 8, y: dot.y + (down * h) / 2, w, h, from: null })),
  );
  const apart = (one) => Math.hypot(one.x - dot.x, one.y - dot.y);
  const found = spots.sort((a, b) => apart(a) - apart(b)).find((one) => ground.isOwn(code, one));
  return found ? [{ ...found, against: apart(found) / 10 }] : [];
}

// Beside it on either side, on every level: the first places that are free of land, and the nearest that is not.
function outside(spot, ground, frame, isFree, mayLieOnLand) {
  const places = [];
  const rise = spot.h / 2;
  const levels = Math.floor((REACH.up * frame.height) / rise);
  for (const side of [-1, 1]) {
    for (let level = -levels; level <= levels; level++) {
      let free = 0;
      let covering = null;
      for (let across = STEP; across < REACH.across * frame.width && free < FREE; across += STEP) {
        const place = beside(spot, side, across, level * rise);
        if (!isFree(place)) continue;
        const cells = ground.land({ ...place, w: place.w + 2 * SHORE, h: place.h });
        if (!cells) {
          places.push(place);
          free += 1;
          across += spot.h * 2;
        } else if (!covering || cells < covering.cells) covering = { ...place, cells };
      }
      if (mayLieOnLand && covering) places.push({ ...covering, against: ON_LAND[0] + ON_LAND[1] * covering.cells });
    }
  }
  return places;
}

// Which labels fit where, without drawing them: the exported picture asks too.
function fit(it, view, frame, large = it.size(), kept = it.taken()) {
  const ground = groundOf(it.paths, view, frame);
  const air = AIR * LINE * large;
  const frames = framesOnScreen(it, view, air);
  const spots = spotsOf(it, view, frame, ground, large);
  const isFull = it.order.length <= ALL;
  const wanted = spots.map((spot) => {
    const home = { ...spot.at, w: spot.h / 2, h: spot.h / 2 };
    const isFree = (place) =>
      isInside(place, frame) &&
      !kept.some((other) => touches(place, other)) &&
      keepsToItsFrame(place, home, frames, air);
    const all = [...within(spot, ground).filter(isFree), ...outside(spot, ground, frame, isFree, isFull || it.onLand)];
    const isFirst = it.first.has(spot.code);
    const most = isFull || isFirst ? Infinity : LONGEST * large;
    const priced = all.map((place) => ({ ...place, cost: costOf(place) }));
    const near = priced.filter(({ cost, against = 0 }) => cost - against <= most);
    return { code: spot.code, weight: isFirst && !isFull ? 1 : 0, places: near.sort((a, b) => a.cost - b.cost) };
  });
  return settle(wanted);
}

// The end of a label at which its line ends, or its middle: it is written from there.
function anchorOf({ from, x, w, side }) {
  if (!from) return { x, anchor: "middle" };
  return side < 0 ? { x: x + w / 2 - 2, anchor: "end" } : { x: x - w / 2 + 2, anchor: "start" };
}

function make(it, code) {
  const [number, name] = [
    svg("tspan", { class: "figure" }),
    svg("tspan", { class: "name", dx: 1.5 }, it.names.get(code)),
  ];
  it.written.set(code, svg("text", {}, number, name));
  return it.written.get(code);
}

function leader(spot, size) {
  const [from, to] = tie(spot);
  const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const lines = ["casing", "leader"].map((kind) => svg("path", { class: kind, d }));
  return [...lines, svg("circle", { class: "dot", cx: from.x, cy: from.y, r: 2.2 * size })];
}

// How far the letters' foot lies below the middle of their line, in parts of their size.
const FOOT = 0.35;

function place(it, view, frame) {
  it.drawnAt = [view, frame];
  it.placed = fit(it, view, frame);
  const foot = FOOT * LETTERS * it.size();
  const written = it.placed.map((spot) => {
    const text = it.written.get(spot.code) ?? make(it, spot.code);
    const { x, anchor } = anchorOf(spot);
    text.setAttribute("transform", `translate(${x} ${spot.y + foot})`);
    text.setAttribute("text-anchor", anchor);
    return text;
  });
  it.root.replaceChildren(
    ...it.placed.filter(({ from }) => from).flatMap((spot) => leader(spot, it.size())),
    ...written,
  );
  write(it);
}

function write(it) {
  for (const { code } of it.placed) {
    const text = figure(it, code);
    it.written.get(code).firstChild.textContent = text && `${text} `;
  }
}

// For the exported picture: the texts with their places, plain.
const drawn = (it, view, frame) =>
  fit(it, view, frame, PICTURE, []).map((spot) => ({
    ...anchorOf(spot),
    y: spot.y + FOOT * LETTERS * PICTURE,
    letters: LETTERS * PICTURE,
    name: it.names.get(spot.code),
    figure: figure(it, spot.code),
    tied: spot.from ? tie(spot) : null,
  }));

// What a map may tell its labels besides points, step, paths, names, values and format.
// size(): how much larger than on a page they are written; knownOnly: only what has a figure is named; onLand: also
// where a name lies on others' ground; taken(): boxes on the map that are not free.
// frames: around far islands, on the map's grid; only names of what lies in one may lie on it.
const USUAL = { frames: [], size: () => 1, knownOnly: false, onLand: false, taken: () => [] };

export function labels(given) {
  const first = firstOf(given.points, given.values);
  const order = [...new Set([...first, ...given.points.keys()])];
  const root = svg("g", { class: "labels", "aria-hidden": "true" });
  const state = { written: new Map(), widths: new Map(), placed: [], period: 0, drawnAt: null };
  const it = { ...USUAL, ...given, order, first, root, ...state };
  return {
    root,
    place: (view, frame) => place(it, view, frame),
    drawn: (view, frame) => drawn(it, view, frame),
    show(i) {
      it.period = i;
      // Who has a figure changes with the period.
      if (it.knownOnly && it.drawnAt) place(it, ...it.drawnAt);
      else write(it);
    },
    clear() {
      it.drawnAt = null;
      root.replaceChildren();
    },
    hide: (on) => root.toggleAttribute("hidden", on),
  };
}
