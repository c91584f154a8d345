// The map of the exported picture: a copy in which each line and fill stands by itself, without the stylesheet.

import { svg } from "./dom.js";

function dress(copy, which, attributes) {
  for (const node of copy.querySelectorAll(which)) {
    node.removeAttribute("style");
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  }
}

function dressRegions(copy, ink, scale) {
  dress(copy, ".regions path", { stroke: ink.ground, "stroke-width": 1.6 / scale, "paint-order": "stroke" });
  for (const path of copy.querySelectorAll(".regions .speck:not([fill^=url])")) {
    path.setAttribute("stroke", path.getAttribute("fill"));
    path.setAttribute("stroke-width", 2.5 / scale);
  }
}

function dressBubbles(copy, ink, scale) {
  const rim = { stroke: ink.ground, "stroke-width": 1 / scale };
  dress(copy, ".bubbles circle", { fill: ink.bubble, "fill-opacity": 0.72, ...rim });
  for (const circle of copy.querySelectorAll(".bubbles circle")) circle.setAttribute("r", circle.dataset.r / scale);
}

export function mapPart({ plane, box, ink, frame }) {
  const [x, y, width, height] = box;
  const scale = Math.min(frame.width / width, frame.height / height);
  const view = {
    scale,
    x: frame.x + (frame.width - width * scale) / 2 - x * scale,
    y: frame.y + (frame.height - height * scale) / 2 - y * scale,
  };
  const copy = plane.cloneNode(true);
  copy.removeAttribute("style");
  copy.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${scale})`);
  dress(copy, ".around path", { fill: ink.panel, stroke: ink.ground, "stroke-width": 0.8 / scale });
  dress(copy, ".frames rect", { fill: ink.ground, stroke: ink.soft, "stroke-width": 1 / scale });
  dressRegions(copy, ink, scale);
  dressBubbles(copy, ink, scale);
  for (const outline of copy.querySelectorAll(".outline:not(.selected), .outline:not([d])")) outline.remove();
  dress(copy, ".outline", { fill: "none", stroke: ink.text, "stroke-width": 2.5 / scale });
  return { copy, view };
}

const halo = (ink) => ({
  "paint-order": "stroke",
  stroke: ink.ground,
  "stroke-width": 3.5,
  "stroke-linejoin": "round",
});

function lineBack([from, to], ink) {
  const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return [
    svg("path", { d, stroke: ink.ground, "stroke-width": 2.5, "stroke-opacity": 0.65 }),
    svg("path", { d, stroke: ink.soft, "stroke-width": 1 }),
    svg("circle", { cx: from.x, cy: from.y, r: 2.2, fill: ink.text }),
  ];
}

export function labelPart(labels, view, size, ink) {
  const all = labels.drawn(view, size);
  const texts = all.map(({ x, y, anchor, letters, name, figure }) =>
    svg(
      "text",
      { x, y, "font-size": letters, "text-anchor": anchor, ...halo(ink) },
      svg("tspan", { "font-weight": 700 }, figure),
      figure ? ` ${name}` : name,
    ),
  );
  return svg("g", {}, ...all.flatMap(({ tied }) => (tied ? lineBack(tied, ink) : [])), ...texts);
}
