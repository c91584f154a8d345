// Where labels may stand on a map: on their region, else beside it with a line back, none on another.
// Boxes are told by their middle { x, y } and size { w, h }, in pixels of the window.

// Where a label may stand when its own place is taken: around it, nearest first, in widths and heights of its box and lines.
const RINGS = [0.4, 1.2, 2, 2.8, 3.6, 4.8, 6, 7.5];
// Level and upright first, in sixteenths of a circle.
const WAYS = [0, 8, 4, 12, 2, 6, 10, 14, 1, 7, 9, 15, 3, 5, 11, 13].map((part) => (part * Math.PI) / 8);
const AROUND = RINGS.flatMap((lines) => WAYS.map((way) => ({ across: Math.cos(way), down: Math.sin(way), lines })));

// The places of a label, the best first; lines are as high as `height`.
export function placesOf(spot, height) {
  const { x, y, w, h } = spot;
  const around = AROUND.map(({ across, down, lines }) => ({
    ...spot,
    x: x + across * (w / 2 + lines * height),
    y: y + down * (h / 2 + lines * height),
    from: { x, y },
  }));
  return [spot, ...around];
}

export const touches = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

// From a region's middle to the nearest edge of its label.
export function tie({ from, x, y, w, h }) {
  const [across, down] = [from.x - x, from.y - y];
  const part = Math.min(1, Math.abs(w / 2 / across), Math.abs(h / 2 / down));
  return [from, { x: x + across * part, y: y + down * part }];
}

const turn = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const cross = ([a, b], [c, d]) => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
// A line and a box, by points along the line.
const runsOver = ([a, b], box) =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8].some(
    (k) =>
      Math.abs(a.x + ((b.x - a.x) * k) / 8 - box.x) < box.w / 2 &&
      Math.abs(a.y + ((b.y - a.y) * k) / 8 - box.y) < box.h / 2,
  );

// No line back crosses another, and none runs over a name.
export function isUntangled(spot, placed) {
  const mine = spot.from && tie(spot);
  return placed.every((other) => {
    const theirs = other.from && tie(other);
    return (
      !(mine && runsOver(mine, other)) &&
      !(theirs && runsOver(theirs, spot)) &&
      !(mine && theirs && cross(mine, theirs))
    );
  });
}

// A name keeps within the frame of its region, where that has the room, and off every other one, with its line.
// home: where its region is; frames: boxes around far islands, with the air around them.
export function keepsToItsFrame(spot, home, frames, air) {
  const fits = (frame) => spot.w <= frame.w - 2 * air && spot.h <= frame.h - 4 * air;
  const isWithin = (frame) =>
    Math.abs(spot.x - frame.x) <= (frame.w - spot.w) / 2 - air &&
    Math.abs(spot.y - frame.y) <= (frame.h - spot.h) / 2 - 2 * air;
  return frames.every((frame) =>
    touches(home, frame)
      ? !fits(frame) || isWithin(frame)
      : !touches(spot, frame) && !(spot.from && runsOver(tie(spot), frame)),
  );
}

// Whether a label is whole in the window, with a line of air above and below it.
export const isInside = ({ x, y, w, h }, { width, height }) =>
  x > w / 2 && y > h && x < width - w / 2 && y < height - h;
