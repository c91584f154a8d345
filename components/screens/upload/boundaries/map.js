// Outlines as a still map: paths in layers, each with its name. Text is set as text, never read as markup.

import { el, svg } from "../../../explorer/dom.js";

function layer({ style, outlines }) {
  const paths = outlines.map(([title, path]) =>
    svg("path", { d: path, "vector-effect": "non-scaling-stroke" }, svg("title", {}, title)),
  );
  return svg("g", { style }, ...paths);
}

function entry([style, text]) {
  const box = svg(
    "svg",
    { width: 26, height: 16, "aria-hidden": "true", style: "vertical-align:middle;margin-right:6px" },
    svg("rect", { x: 1, y: 1, width: 24, height: 14, style }),
  );
  return el("span", {}, box, text);
}

export function mount(host, { box, layers, label, height, entries }) {
  const drawing = svg(
    "svg",
    {
      viewBox: box.join(" "),
      role: "img",
      "aria-label": label,
      style: `width:100%;height:${height}px;display:block`,
    },
    ...layers.map(layer),
  );
  const legend = el(
    "div",
    { style: "display:flex;flex-wrap:wrap;gap:4px 18px;font-size:15px;margin-top:8px" },
    ...entries.map(entry),
  );
  host.append(el("div", { style: "font-family:var(--st-font);color:var(--st-text-color)" }, drawing, legend));
}
