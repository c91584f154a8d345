// Pan and zoom by mouse, touch, buttons and keyboard: one transform, no redrawing.

const MAX_ZOOM = 40;
const MARGIN = 0.04;
// The part of the window that is given to what is shown.
const NEAR = 0.35;
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
    return {
      scale,
      x: (size.width - width * scale) / 2 - x * scale,
      y: (size.height - height * scale) / 2 - y * scale,
    };
  }

  const allowed = (scale) => Math.min(Math.max(scale, home.scale), home.scale * MAX_ZOOM);

  // A point of the map in the middle of the window.
  const around = (x, y, scale) => ({ scale, x: size.width / 2 - x * scale, y: size.height / 2 - y * scale });

  function apply(next) {
    const scale = allowed(next.scale);
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
    const scale = allowed(view.scale * factor);
    const ratio = scale / view.scale;
    apply({ scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio });
  }

  const pan = (dx, dy) => apply({ ...view, x: view.x + dx, y: view.y + dy });

  function resize(width, height) {
    if (!width || !height) return;
    const relative = zoom();
    const [x, y] = [(size.width / 2 - view.x) / view.scale, (size.height / 2 - view.y) / view.scale];
    size = { width, height };
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    home = fit(box);
    // What was in the middle stays there: a window that opens a side bar must not push it out of sight.
    apply(relative > 1 ? around(x, y, home.scale * relative) : home);
    onSettle(view, zoom());
  }

  const at = (event) => {
    const frame = svg.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };

  // A wheel that is scrolling the page must not turn into zooming when the map slides under it.
  window.addEventListener(
    "scroll",
    () => {
      pageMoved = performance.now();
    },
    { signal, capture: true, passive: true },
  );
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

  svg.addEventListener(
    "pointerdown",
    (event) => {
      pointers.set(event.pointerId, at(event));
      dragged = 0;
    },
    { signal },
  );

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
    zoomAt,
    pan,
    resize,
    reset: () => apply(home),
    // Close enough to read, with its neighbours still in sight; the ceiling of the zoom comes first, for the middle
    // of a scale that is cut afterwards lies elsewhere: the region would be pushed out of the window.
    show(frame, part = NEAR) {
      const [x, y, width, height] = frame;
      apply(around(x + width / 2, y + height / 2, allowed(fit(frame).scale * part)));
    },
    view: () => view,
    home: () => home,
    zoom,
    // A click at the end of a drag is not a choice.
    wasDragged: () => dragged > 6,
  };
}
