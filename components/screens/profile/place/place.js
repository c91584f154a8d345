// One region among its province's: the outlines, the region in its colour, the others a click away.

import { el, svg } from "../../../explorer/dom.js";

// Part of the map's longer side that is left free around it.
const MARGIN = 0.02;

export function viewBox([x, y, width, height]) {
  const margin = MARGIN * Math.max(width, height);
  return [x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(" ");
}

function region(code, d, name) {
  const path = svg("path", { d, "data-region": code, role: "button", tabindex: 0, "aria-label": name });
  path.append(svg("title", {}, name));
  return path;
}

export function mount(host, data, send, [geometry]) {
  const paths = Object.entries(geometry.paths).map(([code, d]) => region(code, d, geometry.names[code]));
  const frames = geometry.frames.map(([x, y, width, height]) => svg("rect", { class: "frame", x, y, width, height }));
  const drawing = svg("svg", { viewBox: viewBox(geometry.box), role: "group" }, ...frames, ...paths);
  const caption = el("figcaption", {});
  host.append(el("div", { class: "widget place" }, el("figure", {}, drawing, caption)));
  const go = ({ target }) => {
    const code = target.dataset?.region;
    if (code && !target.classList.contains("own")) send(code);
  };
  drawing.addEventListener("click", go);
  drawing.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    go(event);
  });
  const update = (next) => {
    caption.textContent = next.title;
    drawing.setAttribute("aria-label", next.title);
    for (const path of paths) path.classList.toggle("own", path.dataset.region === next.region);
    // Above its neighbours, whose borders would cover its own.
    drawing.append(...paths.filter((path) => path.classList.contains("own")));
  };
  update(data);
  return { update };
}
