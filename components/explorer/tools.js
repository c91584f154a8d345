// The buttons around the map.

import { el, icon } from "./dom.js";

const HOME = "M8 2l6 5v7h-4v-4H6v4H2V7z";
const FULL = "M2 2h4v2H4v2H2zM10 2h4v4h-2V4h-2zM2 10h2v2h2v2H2zM12 10h2v4h-4v-2h2z";
const STEP = 1.6;

function button(label, face, act, signal) {
  const node = el("button", { type: "button", "aria-label": label, title: label }, face);
  node.addEventListener("click", act, { signal });
  return node;
}

export function zoomTools({ texts }, view, signal) {
  return el(
    "div",
    { class: "tools zooms" },
    button(texts.zoomIn, "+", () => view.zoomAt(STEP), signal),
    button(texts.zoomOut, "−", () => view.zoomAt(1 / STEP), signal),
    button(texts.reset, icon(HOME), view.reset, signal),
  );
}

export function saveTools({ texts }, { svg, png, fullScreen }, signal) {
  return el(
    "div",
    { class: "tools saves" },
    button(texts.downloadSvg, "SVG", svg, signal),
    button(texts.downloadPng, "PNG", png, signal),
    button(texts.fullScreen, icon(FULL), fullScreen, signal),
  );
}
