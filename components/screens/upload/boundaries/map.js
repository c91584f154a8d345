// Outlines as a still map: paths in layers, each with its name. Text is set as text, never read as markup.
const SVG = "http://www.w3.org/2000/svg";

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
}

function layer(svg, { style, outlines }) {
  const group = element("g", {}, svg);
  group.style.cssText = style;
  for (const [title, path] of outlines) {
    const drawn = element("path", { d: path, "vector-effect": "non-scaling-stroke" }, group);
    element("title", {}, drawn).textContent = title;
  }
}

function legend(parent, entries) {
  const list = document.createElement("div");
  list.style.cssText = "display:flex;flex-wrap:wrap;gap:4px 18px;font-size:15px;margin-top:8px";
  for (const [style, text] of entries) {
    const entry = document.createElement("span");
    const box = element("svg", { width: 26, height: 16, "aria-hidden": "true" }, entry);
    box.style.cssText = "vertical-align:middle;margin-right:6px";
    element("rect", { x: 1, y: 1, width: 24, height: 14 }, box).style.cssText = style;
    entry.append(text);
    list.append(entry);
  }
  parent.append(list);
}

export default function ({ data, parentElement }) {
  const root = document.createElement("div");
  root.style.cssText = "font-family:var(--st-font);color:var(--st-text-color)";
  const { box, layers, label, height, entries } = data;
  const svg = element("svg", { viewBox: box.join(" "), role: "img", "aria-label": label }, root);
  svg.style.cssText = `width:100%;height:${height}px;display:block`;
  for (const one of layers) layer(svg, one);
  legend(root, entries);
  parentElement.replaceChildren(root);
}
