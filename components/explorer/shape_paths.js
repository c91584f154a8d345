// The arithmetic of shapes that change into one another: paths on the map's grid, and rings of as many points each.

// A corner of a tile lies at every sixth of them.
const POINTS = 24;

// A circle [x, y, r]; its two halves lead around it.
export const circlePath = ([x, y, r]) => `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;

// A tile by its upper left corner.
export const tilePath = ([x, y], side) => `M${x} ${y}h${side}v${side}h${-side}z`;

// The rings of a path of relative moves, as points.
export function ringsOf(path) {
  const rings = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, numbers] of path.matchAll(/([mlz])([^mlz]*)/g)) {
    const steps = (numbers.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (command === "m") rings.push([]);
    if (command === "z") [x, y] = [startX, startY];
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = [x + steps[i], y + steps[i + 1]];
      rings.at(-1).push([x, y]);
    }
    if (command === "m") [startX, startY] = rings.at(-1)[0];
  }
  return rings;
}

// Twice the area, above 0 where the ring runs clockwise on a screen.
const signed = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);

// Points around a middle at equal angles, from the west clockwise. reach(across, down): how far the rim lies that way.
const around = ([x, y], reach) =>
  Array.from({ length: POINTS }, (_one, i) => {
    const angle = Math.PI + (2 * Math.PI * i) / POINTS;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    return [x + across * reach(across, down), y + down * reach(across, down)];
  });

export const circleRing = ([x, y, r]) => around([x, y], () => r);

export const tileRing = ([x, y], side) =>
  around([x + side / 2, y + side / 2], (across, down) => side / 2 / Math.max(Math.abs(across), Math.abs(down)));

// The largest ring of an outline by points at equal lengths, from its westernmost clockwise.
export function outlineRing(path) {
  const sizes = ringsOf(path).map((ring) => [Math.abs(signed(ring)), ring]);
  const [, found] = sizes.reduce((best, one) => (one[0] > best[0] ? one : best));
  const ring = signed(found) < 0 ? [...found].reverse() : found;
  const west = ring.reduce((best, [x], i) => (x < ring[best][0] ? i : best), 0);
  return evenly([...ring.slice(west), ...ring.slice(0, west)]);
}

function evenly(ring) {
  const lengths = ring.map(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return Math.hypot(nextX - x, nextY - y);
  });
  const step = lengths.reduce((sum, one) => sum + one, 0) / POINTS;
  const points = [];
  let [edge, passed] = [0, 0];
  for (let i = 0; i < POINTS; i++) {
    while (edge < ring.length - 1 && passed + lengths[edge] < i * step) passed += lengths[edge++];
    const part = lengths[edge] ? Math.min(1, (i * step - passed) / lengths[edge]) : 0;
    const [[x, y], [nextX, nextY]] = [ring[edge], ring[(edge + 1) % ring.length]];
    points.push([x + (nextX - x) * part, y + (nextY - y) * part]);
  }
  return points;
}

// Between two rings: the first at 0, the second at 1; whole numbers are fine enough for a moment.
export const between = (from, to, part) =>
  `M${from.map(([x, y], i) => `${Math.round(x + (to[i][0] - x) * part)} ${Math.round(y + (to[i][1] - y) * part)}`).join(" ")}z`;

// Slow at both ends.
export const eased = (part) => part * part * (3 - 2 * part);
