// Elements made from names and texts; every text goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

export const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

export const icon = (path) =>
  svg(
    "svg",
    { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
    svg("path", { d: path, fill: "currentColor" }),
  );

let serial = 0;
// Ids must differ between two maps on one page: url(#…) looks through the whole tree.
export const uniqueId = (name) => `cakupan-${name}-${++serial}`;

// A part that lies over a drawing, as labels know boxes: by its middle.
export function boxOn(drawing, part) {
  const [frame, { left, top, width, height }] = [drawing.getBoundingClientRect(), part.getBoundingClientRect()];
  return { x: left - frame.left + width / 2, y: top - frame.top + height / 2, w: width, h: height };
}

// A number stays on one line with its sign, its unit, or the word that makes it large.
const PARTED =
  /(\d) (?=%|\d|(?:poin|points?|persen|percent|juta|miliar|million|billion|orang|people|desa|villages?)(?!\p{L}))/gu;
export const unparted = (text) => text.replace(PARTED, "$1\u00a0");

// Fill {places} of a sentence from the catalogues.
export const say = (template, values) => unparted(template.replace(/\{(\w+)\}/g, (_all, name) => values[name] ?? ""));
