// Mouse and touch on the map: point to read, click to choose, double click to come closer.

export function pointing({ map, stage, signal, onHover, onRead, onClick, onClose }) {
  let hovered = null;
  const codeOf = (event) => event.target.dataset?.region ?? null;

  function place(event) {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  function hover(code) {
    if (code === hovered) return;
    hovered = code;
    onHover(code);
  }

  map.root.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch") return;
      hover(codeOf(event));
      if (hovered) onRead(hovered, place(event));
    },
    { signal },
  );
  map.root.addEventListener("pointerleave", () => hover(null), { signal });
  map.root.addEventListener(
    "click",
    (event) => {
      const code = codeOf(event);
      if (code) onClick(code, place(event));
    },
    { signal },
  );
  map.root.addEventListener(
    "dblclick",
    (event) => {
      const code = codeOf(event);
      if (code) onClose(code);
    },
    { signal },
  );
}
