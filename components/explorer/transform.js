// The arithmetic of a map in a window: where a view { x, y, scale } may lie, in pixels.
// box: what the map spans, as [x, y, width, height]; size: of the window, { width, height }.

const MAX_ZOOM = 40;
const MARGIN = 0.04;

const inside = (at, low, high) => Math.min(Math.max(at, low), high);

// The view in which a box is whole, with a margin.
export function fit([x, y, width, height], size) {
  const scale = (1 - 2 * MARGIN) * Math.min(size.width / Math.max(width, 1), size.height / Math.max(height, 1));
  return { scale, x: (size.width - width * scale) / 2 - x * scale, y: (size.height - height * scale) / 2 - y * scale };
}

// Never smaller than whole, never closer than the lines of the map are worth.
export const allowed = (scale, home) => inside(scale, home.scale, home.scale * MAX_ZOOM);

// A point of the map in the middle of the window.
export const centred = (x, y, scale, size) => ({
  scale,
  x: size.width / 2 - x * scale,
  y: size.height / 2 - y * scale,
});

// The point of the map in the middle of the window.
export const middleOf = ({ x, y, scale }, size) => [(size.width / 2 - x) / scale, (size.height / 2 - y) / scale];

// The middle of the window stays on the map, so that it can never be lost.
export function clamped({ x, y, scale }, [bx, by, bw, bh], size) {
  return {
    scale,
    x: inside(x, size.width / 2 - (bx + bw) * scale, size.width / 2 - bx * scale),
    y: inside(y, size.height / 2 - (by + bh) * scale, size.height / 2 - by * scale),
  };
}

// Nearer by a factor, while the point of the window under the pointer stays where it is.
export function zoomed(view, factor, [px, py], home) {
  const scale = allowed(view.scale * factor, home);
  const ratio = scale / view.scale;
  return { scale, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio };
}
