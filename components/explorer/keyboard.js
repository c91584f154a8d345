// The map by keyboard: arrows walk to the region that lies that way, Enter chooses, + - 0 zoom.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN = 60;

// The nearest region within a quarter circle of the wanted way.
export function neighbour(points, from, [wx, wy]) {
  const [x, y] = points.get(from);
  let best = null;
  for (const [code, [px, py]] of points) {
    const [dx, dy] = [px - x, py - y];
    const along = dx * wx + dy * wy;
    const aside = Math.abs(dx * wy - dy * wx);
    if (code === from || along <= 0 || aside > along) continue;
    const distance = along + 2 * aside;
    if (!best || distance < best.distance) best = { code, distance };
  }
  return best?.code ?? null;
}

export function keyboard({ map, points, view, onFocus, onSelect, signal }) {
  let current = null;

  function hold(code) {
    if (current) map.byCode.get(current)?.setAttribute("tabindex", -1);
    current = code;
    map.byCode.get(code)?.setAttribute("tabindex", 0);
  }

  function zoomKey(key) {
    if (key === "+" || key === "=") view.zoomAt(1.5);
    else if (key === "-" || key === "_") view.zoomAt(1 / 1.5);
    else if (key === "0") view.reset();
    else return false;
    return true;
  }

  function move(event, way) {
    if (event.shiftKey) return view.pan(-way[0] * PAN, -way[1] * PAN);
    const next = current && neighbour(points, current, way);
    if (next) map.byCode.get(next).focus();
  }

  map.root.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const code = event.target.dataset?.region;
      const way = WAYS[event.key];
      if (way) move(event, way);
      else if ((event.key === "Enter" || event.key === " ") && code) onSelect(code);
      else if (!zoomKey(event.key)) return;
      event.preventDefault();
    },
    { signal },
  );
  map.root.addEventListener(
    "focusin",
    (event) => {
      const code = event.target.dataset?.region;
      if (!code) return;
      hold(code);
      onFocus(event.target.matches(":focus-visible") ? code : null);
    },
    { signal },
  );
  map.root.addEventListener("focusout", () => onFocus(null), { signal });
  return { hold };
}
