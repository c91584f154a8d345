// What stands for the regions on the map: their outlines, circles or tiles. The paths stay, and with them their fills,
// names and keys; only their shapes and places change.

import { el, svg } from "./dom.js";
import { fetchOnce } from "./fetch_once.js";
import { radios } from "./radios.js";
import { between, circlePath, circleRing, eased, outlineRing, tilePath, tileRing } from "./shape_paths.js";
import { tileNames } from "./tile_names.js";

const MOVE_MS = 450;
const KINDS = ["", "circles", "tiles"];
const TITLES = { "": "outlines", circles: "circles", tiles: "tiles" };

// Where each region stands by a kind of shapes: its path, its ring, the box around it and its middle.
const STANDS = {
  "": ({ it }, code) => ({
    path: it.geometry.paths[code],
    ring: () => outlineRing(it.geometry.paths[code]),
    box: it.outlineBoxes.get(code),
    point: it.geometry.points[code],
  }),
  circles({ it, found }, code) {
    const [x, y, r] = found.circles[code];
    const box = { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
    return { path: circlePath([x, y, r]), ring: () => circleRing([x, y, r]), box, point: onPlane(it, x, y) };
  },
  tiles({ it, found }, code) {
    const { cells, side } = found.tiles;
    const [x, y] = cells[code];
    const box = { x, y, width: side, height: side };
    const point = onPlane(it, x + side / 2, y + side / 2);
    return { path: tilePath([x, y], side), ring: () => tileRing([x, y], side), box, point };
  },
};

const onPlane = ({ geometry }, x, y) => [x * geometry.step, y * geometry.step];

const standsOf = (state, kind) => new Map(state.it.codes.map((code) => [code, STANDS[kind](state, code)]));

// All land as one quiet ground under circles. Behind another path, the first move of a path would be relative.
function land({ geometry, codes }) {
  const d = codes.map((code) => geometry.paths[code].replace("m", "M")).join("");
  return svg("path", { class: "land", d, "aria-hidden": "true" });
}

function dress(state) {
  const { it, map, shown } = state;
  state.under?.remove();
  if (shown) map.root.setAttribute("data-shapes", shown);
  else map.root.removeAttribute("data-shapes");
  if (shown === "circles") {
    state.under = land(it);
    map.plane.prepend(state.under);
  }
}

// The places by which names and keys find their regions; their parts hold these maps themselves.
function takePlaces({ it }, stands) {
  for (const [code, { box, point }] of stands) {
    it.boxes.set(code, box);
    it.points.set(code, point);
  }
}

function finish(state, stands) {
  cancelAnimationFrame(state.frame);
  state.frame = null;
  for (const [code, { path }] of stands) state.map.reshape(code, path);
  state.map.root.classList.remove("reshaping");
  state.onDone();
}

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;

function move(state, from, to) {
  const rings = [...to].map(([code, one]) => [state.map.byCode.get(code), from.get(code).ring(), one.ring()]);
  const start = performance.now();
  state.map.root.classList.add("reshaping");
  const step = (now) => {
    const part = Math.max(0, now - start) / MOVE_MS;
    if (part >= 1) return finish(state, to);
    for (const [path, before, after] of rings) path.setAttribute("d", between(before, after, eased(part)));
    state.frame = requestAnimationFrame(step);
  };
  state.frame = requestAnimationFrame(step);
}

async function use(state, kind, { still = false } = {}) {
  state.wanted = kind;
  state.mark(kind);
  if (kind) {
    try {
      state.found ??= await state.fetch();
    } catch {
      if (state.wanted === kind) state.refuse(state.it.texts.shapesLost);
      return;
    }
    if (state.wanted !== kind) return;
    if (!state.found[kind]) return state.refuse(state.it.texts.noTiles);
  }
  if (state.shown === kind) return state.tell(kind);
  const [from, to] = [standsOf(state, state.shown), standsOf(state, kind)];
  state.shown = kind;
  cancelAnimationFrame(state.frame);
  state.onLeave();
  dress(state);
  takePlaces(state, to);
  state.tell(kind);
  if (still || isStill()) finish(state, to);
  else move(state, from, to);
}

// it: the map's context; map: as regionMap gives it. onChoose(kind): a visitor chose; onLeave(): the shapes go now;
// onDone(): the new ones stand. Without an address there is nothing to choose from.
export function shapes({ it, map, signal, onChoose, onLeave, onDone }) {
  const { shapesUrl: address, shapeNotes, shapes: first } = it.data;
  const note = el("p", { class: "shapes-note", role: "status" });
  const state = { it, map, signal, fetch: fetchOnce(address), found: null, shown: "", wanted: "", frame: null };
  const choose = (kind) => {
    use(state, kind);
    onChoose(kind);
  };
  const titles = KINDS.map((kind) => [kind, it.texts[TITLES[kind]]]);
  const switcher = radios({ name: "shapes", label: it.texts.shapes, titles, onChoose: choose, signal });
  it.outlineBoxes = new Map(it.boxes);
  Object.assign(state, { onLeave, onDone, mark: switcher.mark });
  state.tell = (kind) => {
    note.textContent = shapeNotes[kind] ?? "";
    map.root.classList.remove("waiting");
  };
  state.refuse = (word) => {
    switcher.mark(state.shown);
    state.wanted = state.shown;
    state.tell(state.shown);
    note.textContent = word;
  };
  state.names = tileNames({ it, map });
  begin(state, address, first);
  return {
    root: address ? switcher.root : null,
    note,
    names: state.names,
    use: (kind, how) => address && kind !== state.wanted && use(state, kind, how),
    kind: () => state.shown,
    isTiles: () => state.shown === "tiles",
    settle: (to, size) => state.names.place(state.shown === "tiles" ? state.found.tiles : null, to, size),
  };
}

function begin(state, address, first) {
  state.mark("");
  if (!address) return state.tell(first);
  if (first) {
    state.map.root.classList.add("waiting");
    use(state, first, { still: true });
    return;
  }
  const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2000));
  later(() => state.fetch().catch(() => {}), { timeout: 10_000 });
}
