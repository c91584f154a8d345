// Pan and zoom by mouse, touch, buttons and keyboard: one transform, no redrawing.

import { allowed, centred, clamped, fit, middleOf, zoomed } from "./transform.js";

// The part of the window that is given to what is shown.
const NEAR = 0.35;
const STREAK_MS = 350;

const zoom = ({ view, home }) => view.scale / home.scale;

function apply(it, next) {
  const scale = allowed(next.scale, it.home);
  it.view = scale === it.home.scale ? { ...it.home } : clamped({ ...next, scale }, it.box, it.size);
  it.svg.style.touchAction = zoom(it) > 1 ? "none" : "pan-y";
  it.svg.classList.toggle("zoomed", zoom(it) > 1);
  it.onMove(it.view);
  clearTimeout(it.settling);
  it.settling = setTimeout(() => it.onSettle(it.view, zoom(it)), 80);
}

const zoomAt = (it, factor, at = [it.size.width / 2, it.size.height / 2]) =>
  apply(it, zoomed(it.view, factor, at, it.home));

const pan = (it, dx, dy) => apply(it, { ...it.view, x: it.view.x + dx, y: it.view.y + dy });

function resize(it, width, height) {
  if (!width || !height) return;
  const relative = zoom(it);
  const middle = middleOf(it.view, it.size);
  it.size = { width, height };
  it.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  it.home = fit(it.box, it.size);
  // What was in the middle stays there: a window that opens a side bar must not push it out of sight.
  apply(it, relative > 1 ? centred(...middle, it.home.scale * relative, it.size) : it.home);
  it.onSettle(it.view, zoom(it));
}

// Close enough to read, with its neighbours still in sight; the ceiling of the zoom comes first, for the middle of a
// scale that is cut afterwards lies elsewhere: the region would be pushed out of the window.
function show(it, frame, part) {
  const [x, y, width, height] = frame;
  const scale = allowed(fit(frame, it.size).scale * part, it.home);
  apply(it, centred(x + width / 2, y + height / 2, scale, it.size));
}

function placeOf({ svg }, event) {
  const frame = svg.getBoundingClientRect();
  return [event.clientX - frame.left, event.clientY - frame.top];
}

// A wheel that is scrolling the page must not turn into zooming when the map slides under it.
function wheel(it, event) {
  const pageScrolls = performance.now() - it.pageMoved < STREAK_MS && !event.ctrlKey;
  if (pageScrolls || (event.deltaY > 0 && zoom(it) <= 1)) return;
  event.preventDefault();
  zoomAt(it, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), placeOf(it, event));
}

function press(it, event) {
  it.pointers.set(event.pointerId, placeOf(it, event));
  it.dragged = 0;
}

function drag(it, event) {
  const { svg, pointers } = it;
  if (!pointers.has(event.pointerId)) return;
  const before = [...pointers.values()];
  const [x, y] = placeOf(it, event);
  const [oldX, oldY] = pointers.get(event.pointerId);
  pointers.set(event.pointerId, [x, y]);
  it.dragged += Math.hypot(x - oldX, y - oldY);
  if (pointers.size === 2) return pinch(it, before, [...pointers.values()]);
  if (zoom(it) <= 1 || it.dragged < 4) return;
  if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
  pan(it, x - oldX, y - oldY);
}

function pinch(it, [a, b], [c, d]) {
  const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]) || 1;
  const middle = (p, q) => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const [from, to] = [middle(a, b), middle(c, d)];
  pan(it, to[0] - from[0], to[1] - from[1]);
  zoomAt(it, distance(c, d) / distance(a, b), to);
}

function listen(it, signal) {
  const scrolled = () => {
    it.pageMoved = performance.now();
  };
  window.addEventListener("scroll", scrolled, { signal, capture: true, passive: true });
  it.svg.addEventListener("wheel", (event) => wheel(it, event), { signal, passive: false });
  it.svg.addEventListener("pointerdown", (event) => press(it, event), { signal });
  it.svg.addEventListener("pointermove", (event) => drag(it, event), { signal });
  for (const end of ["pointerup", "pointercancel", "pointerleave"])
    it.svg.addEventListener(end, (event) => it.pointers.delete(event.pointerId), { signal });
}

export function viewport({ signal, ...given }) {
  const whole = { x: 0, y: 0, scale: 1 };
  const room = { size: { width: 1, height: 1 }, home: whole, view: whole };
  const it = { ...given, ...room, settling: null, pointers: new Map(), pageMoved: 0, dragged: 0 };
  listen(it, signal);
  return {
    zoomAt: (factor) => zoomAt(it, factor),
    pan: (dx, dy) => pan(it, dx, dy),
    resize: (width, height) => resize(it, width, height),
    reset: () => apply(it, it.home),
    show: (frame, part = NEAR) => show(it, frame, part),
    view: () => it.view,
    // Another map's view, of the same size.
    follow: (view) => apply(it, view),
    // Once more, where what is shown has changed.
    settle: () => it.onSettle(it.view, zoom(it)),
    // A click at the end of a drag is not a choice.
    wasDragged: () => it.dragged > 6,
  };
}
