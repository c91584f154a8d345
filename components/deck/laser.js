// A red dot that follows the pointer: while L is held, or from one tap of L to the next.

import { el } from "../explorer/dom.js";

export function laser(body) {
  const dot = el("i", { class: "laser", hidden: true, "aria-hidden": "true" });
  body.append(dot);
  let since = 0;
  const HELD_MS = 600;

  function set(on) {
    dot.hidden = !on;
    body.classList.toggle("pointing", on);
    since = performance.now();
  }

  window.addEventListener("pointermove", ({ clientX, clientY }) => { dot.style.transform = `translate(${clientX}px, ${clientY}px)`; }, true);
  return {
    toggle: () => set(dot.hidden),
    // Held and let go puts it out; a tap leaves it on.
    release() { if (!dot.hidden && performance.now() - since > HELD_MS) set(false); },
  };
}
