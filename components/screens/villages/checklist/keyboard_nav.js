// The list by keyboard: arrows go from box to box, Tab leaves the list; 900 boxes are not 900 stops.

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

export function steps(root) {
  const shown = () => [...root.querySelectorAll(".row:not([hidden]) .name input")];

  function hold(box) {
    for (const one of root.querySelectorAll('input[tabindex="0"]')) one.setAttribute("tabindex", "-1");
    box?.setAttribute("tabindex", "0");
  }

  root.addEventListener("focusin", (event) => event.target.matches(".name input") && hold(event.target));
  root.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const boxes = shown();
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    root.classList.add("whole"); // a row that a phone leaves out cannot be stepped on
    const next = boxes[Math.max(0, Math.min(boxes.length - 1, at + by))];
    next.focus();
    next.closest(".row").scrollIntoView({ block: "nearest" });
  });

  return {
    // One box can always be reached by Tab.
    keep() {
      const boxes = shown();
      if (!boxes.some((box) => box.getAttribute("tabindex") === "0")) hold(boxes[0]);
    },
  };
}
