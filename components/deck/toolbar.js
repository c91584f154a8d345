// The bar of a deck for those who have a pointer: it comes with it and goes by itself.

import { el, icon } from "../explorer/dom.js";

// A drawing or, where letters say it as well, letters: signs that a font may lack would be empty boxes on the wall.
const TOOLS = {
  previous: "M11 2v12L3 8z",
  next: "M5 2v12l8-6z",
  find: "Aa",
  laser: "M8 3a5 5 0 1 0 .01 0z",
  presenter: "M1 2h10v3H9V4H3v5h2v2H1zM6 6h9v8H6z",
  fullScreen: "M2 2h5v2H4v3H2zM9 2h5v5h-2V4H9zM2 9h2v3h3v2H2zM12 9h2v5H9v-2h3z",
  help: "?",
};

const AWAKE_MS = 2500;

function button([name, act], texts) {
  const [face, title] = [TOOLS[name], texts[`tool_${name}`]];
  const drawn = face.startsWith("M") ? icon(face) : face;
  const node = el("button", { type: "button", tabindex: -1, "aria-label": title, title }, drawn);
  node.addEventListener("click", () => act());
  return node;
}

// acts: what each button does, by its name, in the order of the bar.
export function toolbar(texts, acts) {
  const buttons = Object.entries(acts).map((one) => button(one, texts));
  const root = el("nav", { class: "bar", "aria-label": texts.keysTitle }, ...buttons);
  let resting = null;

  function show(on) {
    root.classList.toggle("awake", on);
    document.body.classList.toggle("idle", !on);
  }

  // Nothing else stands on the screen.
  function wake() {
    show(true);
    clearTimeout(resting);
    resting = setTimeout(() => show(false), AWAKE_MS);
  }

  // A slide that changes under a resting pointer is no movement, though browsers send one.
  const moved = ({ movementX, movementY }) => (movementX || movementY) && wake();
  window.addEventListener("pointermove", moved, true);
  window.addEventListener("pointerdown", wake, true);
  return root;
}
