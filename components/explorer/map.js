// One SVG path per region; a move in time changes only the fills that changed.

import { svg, uniqueId } from "./dom.js";
import { GAP_CLASS } from "./values.js";

const HATCH = 6;

function hatch(id, dense) {
  const size = dense ? HATCH / 2 : HATCH;
  return svg(
    "pattern",
    { id, width: size, height: size, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: size, height: size, class: "hatch-ground" }),
    svg("path", { d: `M0 ${size}L${size} 0`, class: "hatch-line" }),
  );
}

// Pixels of the largest bubble's radius.
export const LARGEST = 26;

const group = (kind, ...children) => svg("g", { class: kind, "aria-hidden": "true" }, ...children);

function circle({ bubbles, geometry }, code) {
  const [x, y] = bubbles.points.get(code) ?? [0, 0];
  return svg("circle", { cx: x / geometry.step, cy: y / geometry.step, r: 0, "data-bubble": code });
}

// figureOf(code): the figure in the period shown, NaN without one.
function grow({ circles, bubbles, layer }, figureOf) {
  for (const one of circles) {
    const figure = figureOf(one.dataset.bubble);
    const radius = figure > 0 && bubbles.most > 0 ? (bubbles.radius ?? LARGEST) * Math.sqrt(figure / bubbles.most) : 0;
    one.style.setProperty("--r", radius);
    one.dataset.r = radius;
  }
  // The largest below, so that none hides a smaller one.
  layer.append(...[...circles].sort((a, b) => b.dataset.r - a.dataset.r));
}

function setColours(it, colours) {
  const { hatched, dense } = it;
  it.plane.style.setProperty("--bubble", colours.bubble);
  it.fills = [...colours.classes];
  it.fills[GAP_CLASS.h] = `url(#${hatched.id})`;
  it.fills[GAP_CLASS.n] = `url(#${hatched.id})`;
  it.fills[GAP_CLASS.x] = colours.notApplicable;
  it.fills[GAP_CLASS.o] = `url(#${hatched.id})`;
  it.fills[GAP_CLASS.p] = `url(#${dense.id})`;
  it.drawn.fill(255);
}

function paint(it, classRow) {
  for (const [i, [code, path]] of [...it.byCode].entries()) {
    if (it.drawn[i] === classRow[i]) continue;
    const fill = it.fills[classRow[i]];
    path.setAttribute("fill", fill);
    if (it.specks.has(code)) rim(path, fill);
    it.drawn[i] = classRow[i];
  }
  scheduleLabels(it);
}

// Islands too small for a fill within a rim: the rim has the colour, but for a gap's hatching.
const rim = (path, fill) =>
  path.style.setProperty("stroke", fill.startsWith("url") ? "" : `color-mix(in srgb, ${fill} 85%, var(--ink))`);

// 514 names a frame would cost more than the fills; the focused one is told at once.
function scheduleLabels(it) {
  const name = (path) => path.setAttribute("aria-label", it.label(path.dataset.region));
  const focused = it.regions.querySelector("path:focus");
  if (focused) name(focused);
  if (it.relabel) return;
  const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 30));
  const run = () => {
    it.relabel = null;
    for (const path of it.byCode.values()) name(path);
  };
  it.relabel = later(run, { timeout: 250 });
}

function outline({ outlines, outlined, shapes, byCode, regions }, which, code) {
  outlined[which] = byCode.has(code) ? code : null;
  if (outlined[which]) outlines[which].setAttribute("d", shapes[code]);
  else outlines[which].removeAttribute("d");
  if (which !== "selected") return;
  for (const other of regions.querySelectorAll("[aria-pressed]")) other.removeAttribute("aria-pressed");
  byCode.get(code)?.setAttribute("aria-pressed", "true");
}

// Another outline of the same region; what outlines it follows.
function reshape({ outlines, outlined, shapes, byCode }, code, path) {
  shapes[code] = path;
  byCode.get(code).setAttribute("d", path);
  for (const [which, held] of Object.entries(outlined)) if (held === code) outlines[which].setAttribute("d", path);
}

// Lines and hatching keep their width on screen at every zoom.
function settle({ plane, hatched, dense }, { scale }) {
  plane.style.setProperty("--px", 1 / scale);
  for (const pattern of [hatched, dense]) pattern.setAttribute("patternTransform", `scale(${1 / scale})`);
}

// What is drawn, from the lowest: what lies around, frames around far islands, regions, bubbles, and the outlines of three regions.
function make({ geometry, codes, title, bubbles }) {
  const [hatched, dense] = [hatch(uniqueId("hatch"), false), hatch(uniqueId("dense"), true)];
  const button = { role: "button", tabindex: -1 };
  const path = (code) => svg("path", { d: geometry.paths[code], "data-region": code, ...button });
  const byCode = new Map(codes.map((code) => [code, path(code)]));
  const regions = svg("g", { class: "regions" }, ...byCode.values());
  const around = (geometry.around ?? []).map((d) => svg("path", { d }));
  const framed = (geometry.frames ?? []).map(([x, y, width, height]) => svg("rect", { x, y, width, height }));
  const circles = bubbles ? codes.map((code) => circle({ bubbles, geometry }, code)) : [];
  const layer = group("bubbles", ...circles);
  const kinds = ["hover", "selected", "focused"];
  const outlines = Object.fromEntries(kinds.map((which) => [which, svg("path", { class: `outline ${which}` })]));
  const plane = svg(
    "g",
    {},
    group("around", ...around),
    group("frames", ...framed),
    regions,
    layer,
    ...Object.values(outlines),
  );
  const defs = svg("defs", {}, hatched, dense);
  const root = svg("svg", { class: "map", role: "group", "aria-label": title }, defs, plane);
  return { hatched, dense, byCode, regions, circles, layer, outlines, plane, root };
}

// label(code): a region as it is read aloud; bubbles: for absolute counts, { most, points, radius }: a circle on each
// region, its area as its figure is.
export function regionMap({ geometry, codes, label, title, bubbles = null }) {
  const drawing = make({ geometry, codes, title, bubbles });
  const state = { fills: [], drawn: new Uint8Array(codes.length).fill(255), outlined: {}, relabel: null };
  const it = { ...drawing, ...state, label, bubbles, shapes: { ...geometry.paths }, specks: new Set(geometry.specks) };
  for (const code of it.specks) it.byCode.get(code)?.classList.add("speck");
  return {
    root: it.root,
    plane: it.plane,
    byCode: it.byCode,
    setColours: (colours) => setColours(it, colours),
    paint: (classRow) => paint(it, classRow),
    grow: (figureOf) => grow(it, figureOf),
    outline: (which, code) => outline(it, which, code),
    reshape: (code, path) => reshape(it, code, path),
    place: ({ x, y, scale }) => it.plane.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`),
    settle: (view) => settle(it, view),
  };
}
