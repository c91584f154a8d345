// Pan and zoom by mouse, touch, buttons and keyboard: one transform, no redrawing.

const MAX_ZOOM = 40;
const MARGIN = 0.04;
const STREAK_MS = 350;

export function viewport({ svg, box, signal, onMove, onSettle }) {
  let size = { width: 1, height: 1 };
  let home = { x: 0, y: 0, scale: 1 };
  let view = { ...home };
  let settling = null;
  const pointers = new Map();
  let pageMoved = 0;
  let dragged = 0;

  const zoom = () => view.scale / home.scale;

  function fit([x, y, width, height]) {
    const scale = (1 - 2 * MARGIN) * Math.min(size.width / Math.max(width, 1), size.height / Math.max(height, 1));
    return { scale, x: (size.width - width * scale) / 2 - x * scale, y: (size.height - height * scale) / 2 - y * scale };
  }

  function apply(next) {
    const scale = Math.min(Math.max(next.scale, home.scale), home.scale * MAX_ZOOM);
    view = scale === home.scale ? { ...home } : clamp({ ...next, scale });
    svg.style.touchAction = zoom() > 1 ? "none" : "pan-y";
    svg.classList.toggle("zoomed", zoom() > 1);
    onMove(view);
    clearTimeout(settling);
    settling = setTimeout(() => onSettle(view, zoom()), 80);
  }

  // The middle of the window stays on the map, so that it can never be lost.
  function clamp({ x, y, scale }) {
    const [bx, by, bw, bh] = box;
    const inside = (at, low, high) => Math.min(Math.max(at, low), high);
    return {
      scale,
      x: inside(x, size.width / 2 - (bx + bw) * scale, size.width / 2 - bx * scale),
      y: inside(y, size.height / 2 - (by + bh) * scale, size.height / 2 - by * scale),
    };
  }

  function zoomAt(factor, px = size.width / 2, py = size.height / 2) {
    const scale = Math.min(Math.max(view.scale * factor, home.scale), home.scale * MAX_ZOOM);
    const ratio = scale / view.scale;
    apply({ scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio });
  }

  const pan = (dx, dy) => apply({ ...view, x: view.x + dx, y: view.y + dy });

  function resize(width, height) {
    if (!width || !height) return;
    const relative = zoom();
    size = { width, height };
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    home = fit(box);
    apply(relative > 1 ? { ...view, scale: home.scale * relative } : home);
    onSettle(view, zoom());
  }

  const at = (event) => {
    const frame = svg.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };

  // A wheel that is scrolling the page must not turn into zooming when the map slides under it.
  window.addEventListener("scroll", () => { pageMoved = performance.now(); }, { signal, capture: true, passive: true });
  svg.addEventListener(
    "wheel",
    (event) => {
      const pageScrolls = performance.now() - pageMoved < STREAK_MS && !event.ctrlKey;
      if (pageScrolls || (event.deltaY > 0 && zoom() <= 1)) return;
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), ...at(event));
    },
    { signal, passive: false },
  );

  svg.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, at(event));
    dragged = 0;
  }, { signal });

  function gesture(event) {
    if (!pointers.has(event.pointerId)) return;
    const before = [...pointers.values()];
    const point = at(event);
    const [oldX, oldY] = pointers.get(event.pointerId);
    pointers.set(event.pointerId, point);
    dragged += Math.hypot(point[0] - oldX, point[1] - oldY);
    if (pointers.size === 2) return pinch(before, [...pointers.values()]);
    if (zoom() <= 1 || dragged < 4) return;
    if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
    pan(point[0] - oldX, point[1] - oldY);
  }

  function pinch([a, b], [c, d]) {
    const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]) || 1;
    const middle = (p, q) => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
    const from = middle(a, b);
    const to = middle(c, d);
    pan(to[0] - from[0], to[1] - from[1]);
    zoomAt(distance(c, d) / distance(a, b), ...to);
  }

  svg.addEventListener("pointermove", gesture, { signal });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    svg.addEventListener(end, (event) => pointers.delete(event.pointerId), { signal });
  }

  return {
    zoomAt, pan, resize,
    reset: () => apply(home),
    // Close enough to read, with its neighbours still in sight.
    show(frame) { const near = fit(frame); apply({ ...center(near, frame, 0.35), scale: near.scale * 0.35 }); },
    view: () => view,
    home: () => home,
    zoom,
    // A click at the end of a drag is not a choice.
    wasDragged: () => dragged > 6,
  };

  function center(near, [x, y, width, height], part) {
    const scale = near.scale * part;
    return { x: size.width / 2 - (x + width / 2) * scale, y: size.height / 2 - (y + height / 2) * scale };
  }
}
