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

// bubbles: for absolute counts, { most, points, radius }: a circle on each region, its area as its figure is.
export function regionMap({ geometry, codes, label, title, bubbles = null }) {
  const ids = { n: uniqueId("hatch"), p: uniqueId("dense") };
  const patterns = { n: hatch(ids.n, false), p: hatch(ids.p, true) };
  const regions = svg("g", { class: "regions" });
  const frames = svg(
    "g",
    { class: "frames", "aria-hidden": "true" },
    ...(geometry.frames ?? []).map(([x, y, width, height]) => svg("rect", { x, y, width, height })),
  );
  const outlines = {
    hover: svg("path", { class: "outline hover" }),
    selected: svg("path", { class: "outline selected" }),
    focused: svg("path", { class: "outline focused" }),
  };
  const circles = bubbles ? codes.map((code) => circle(code)) : [];
  const layer = svg("g", { class: "bubbles", "aria-hidden": "true" }, ...circles);
  const plane = svg("g", {}, frames, regions, layer, ...Object.values(outlines));
  const root = svg(
    "svg",
    { class: "map", role: "group", "aria-label": title },
    svg("defs", {}, patterns.n, patterns.p),
    plane,
  );
  const paths = codes.map((code) =>
    svg("path", { d: geometry.paths[code], "data-region": code, role: "button", tabindex: -1 }),
  );
  regions.append(...paths);
  const byCode = new Map(codes.map((code, i) => [code, paths[i]]));
  const shapes = { ...geometry.paths };
  const outlined = {};
  let drawn = new Uint8Array(codes.length).fill(255);
  let fills = [];
  const specks = new Set(geometry.specks);
  for (const code of specks) byCode.get(code)?.classList.add("speck");
  let relabel = null;

  function circle(code) {
    const [x, y] = bubbles.points.get(code) ?? [0, 0];
    return svg("circle", { cx: x / geometry.step, cy: y / geometry.step, r: 0, "data-bubble": code });
  }

  // figureOf(code): the figure in the period shown, NaN without one.
  function grow(figureOf) {
    for (const one of circles) {
      const value = figureOf(one.dataset.bubble);
      const radius = value > 0 && bubbles.most > 0 ? (bubbles.radius ?? LARGEST) * Math.sqrt(value / bubbles.most) : 0;
      one.style.setProperty("--r", radius);
      one.dataset.r = radius;
    }
    // The largest below, so that none hides a smaller one.
    layer.append(...[...circles].sort((a, b) => b.dataset.r - a.dataset.r));
  }

  function setColours(colours) {
    plane.style.setProperty("--bubble", colours.bubble);
    fills = [];
    colours.classes.forEach((colour, i) => {
      fills[i] = colour;
    });
    fills[GAP_CLASS.h] = `url(#${ids.n})`;
    fills[GAP_CLASS.n] = `url(#${ids.n})`;
    fills[GAP_CLASS.x] = colours.notApplicable;
    fills[GAP_CLASS.p] = `url(#${ids.p})`;
    drawn = new Uint8Array(codes.length).fill(255);
  }

  function paint(classRow) {
    for (let i = 0; i < paths.length; i++) {
      if (drawn[i] === classRow[i]) continue;
      paths[i].setAttribute("fill", fills[classRow[i]]);
      if (specks.has(codes[i])) rim(paths[i], fills[classRow[i]]);
      drawn[i] = classRow[i];
    }
    scheduleLabels();
  }

  // Islands too small for a fill within a rim: the rim has the colour, but for a gap's hatching.
  const rim = (path, fill) =>
    path.style.setProperty("stroke", fill.startsWith("url") ? "" : `color-mix(in srgb, ${fill} 85%, var(--ink))`);

  // 514 names a frame would cost more than the fills; the focused one is told at once.
  function scheduleLabels() {
    const focused = regions.querySelector("path:focus");
    if (focused) name(focused);
    if (relabel) return;
    const later = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 30));
    relabel = later(
      () => {
        relabel = null;
        paths.forEach(name);
      },
      { timeout: 250 },
    );
  }

  const name = (path) => path.setAttribute("aria-label", label(path.dataset.region));

  function outline(which, code) {
    const path = outlines[which];
    outlined[which] = byCode.has(code) ? code : null;
    if (outlined[which]) path.setAttribute("d", shapes[code]);
    else path.removeAttribute("d");
    if (which !== "selected") return;
    for (const other of regions.querySelectorAll("[aria-pressed]")) other.removeAttribute("aria-pressed");
    byCode.get(code)?.setAttribute("aria-pressed", "true");
  }

  // Another outline of the same region; what outlines it follows.
  function reshape(code, path) {
    shapes[code] = path;
    byCode.get(code).setAttribute("d", path);
    for (const [which, held] of Object.entries(outlined)) if (held === code) outlines[which].setAttribute("d", path);
  }

  function place({ x, y, scale }) {
    plane.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
  }

  // Lines and hatching keep their width on screen at every zoom.
  function settle({ scale }) {
    plane.style.setProperty("--px", 1 / scale);
    for (const pattern of Object.values(patterns)) pattern.setAttribute("patternTransform", `scale(${1 / scale})`);
  }

  return { root, plane, paths, byCode, setColours, paint, grow, outline, reshape, place, settle };
}
