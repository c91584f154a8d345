// A red dot that follows the pointer: while L is held, or from one tap of L to the next, or to Escape.

import { el } from "../explorer/dom.js";

export function laser(body) {
  const dot = el("i", { class: "laser", hidden: true, "aria-hidden": "true" });
  body.append(dot);
  let since = 0;
  let isOn = false;
  // Where the mouse never was there is nothing to point with.
  let hasMoved = false;
  const HELD_MS = 600;

  function set(on) {
    isOn = on;
    dot.hidden = !on || !hasMoved;
    body.classList.toggle("pointing", on);
    since = performance.now();
  }

  window.addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      dot.style.transform = `translate(${clientX}px, ${clientY}px)`;
      hasMoved = true;
      dot.hidden = !isOn;
    },
    true,
  );
  return {
    toggle: () => set(!isOn),
    // Whether there was a dot to put out.
    off() {
      const was = isOn;
      if (was) set(false);
      return was;
    },
    // Held and let go puts it out; a tap leaves it on.
    release() {
      if (isOn && performance.now() - since > HELD_MS) set(false);
    },
  };
}
