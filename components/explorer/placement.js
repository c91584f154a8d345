// Where labels may stand on a map, and which of those places they take together.
// Boxes are told by their middle { x, y } and size { w, h }, in pixels of the window. A label beside its region has the
// dot on it as `from`, and a line from there to the middle of its nearer end.

// Labels keep so far from one another, across and up, and lines so far from the dots of others.
const APART = [6, 1];
const OFF_DOTS = 4;
// How much more a pixel up or down costs than one across: lines lie rather than stand.
const UPRIGHT = 0.8;
// How often labels may push others from their places before the rest goes without.
const PUSHES = 300;
const ROUNDS = 2;
// A line that costs more may make another label give way, to one of its own first places, where both together gain.
const LONG = 90;
const FIRST = 80;

export const touches = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

const grown = (box, across, up = across) => ({ ...box, w: box.w + 2 * across, h: box.h + 2 * up });

// From the dot to the end of the label that looks at it.
export function tie({ from, x, y, w }) {
  return [from, { x: from.x < x ? x - w / 2 : x + w / 2, y }];
}

// Where a label stands beside its dot, by the pixels between them.
export function beside({ dot, w, h }, side, across, down) {
  return { x: dot.x + side * (across + w / 2), y: dot.y + down, w, h, side, from: dot };
}

const turn = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
export const cross = ([a, b], [c, d]) => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);

// Whether a line runs through a box: the part of it that lies between two sides is cut by the other two.
export function runsOver([a, b], box) {
  let [first, last] = [0, 1];
  for (const [from, to, middle, half] of [
    [a.x, b.x, box.x, box.w / 2],
    [a.y, b.y, box.y, box.h / 2],
  ]) {
    const [near, far] = [middle - half - from, middle + half - from];
    if (from === to) {
      if (near >= 0 || far <= 0) return false;
      continue;
    }
    const parts = [near / (to - from), far / (to - from)];
    first = Math.max(first, Math.min(...parts));
    last = Math.min(last, Math.max(...parts));
  }
  return first < last;
}

const around = ({ x, y }) => ({ x, y, w: 2 * OFF_DOTS, h: 2 * OFF_DOTS });

// Whether one label's line runs over the other label or its dot, or its box lies on the dot.
function disturbs(one, other) {
  if (other.from && touches(one, around(other.from))) return true;
  if (!one.from) return false;
  const line = tie(one);
  return runsOver(line, other) || Boolean(other.from && runsOver(line, around(other.from)));
}

// Two labels apart: neither their boxes touch, nor their lines cross, nor does one's line run over the other.
export function agree(one, other) {
  if (touches(grown(one, APART[0] / 2, APART[1] / 2), grown(other, APART[0] / 2, APART[1] / 2))) return false;
  if (disturbs(one, other) || disturbs(other, one)) return false;
  return !(one.from && other.from && cross(tie(one), tie(other)));
}

// A label of what lies in the frame of far islands stands whole in it or outside, any other keeps off with its line.
export function keepsToItsFrame(spot, home, frames, air) {
  const isWithin = (frame) =>
    Math.abs(spot.x - frame.x) <= (frame.w - spot.w) / 2 - air &&
    Math.abs(spot.y - frame.y) <= (frame.h - spot.h) / 2 - air;
  return frames.every((frame) =>
    touches(home, frame)
      ? isWithin(frame) || !touches(spot, frame)
      : !touches(spot, frame) && !(spot.from && runsOver(tie(spot), frame)),
  );
}

// Whether a label is whole in the window.
export const isInside = ({ x, y, w, h }, { width, height }, air = 2) =>
  x >= w / 2 + air && y >= h / 2 + air && x <= width - w / 2 - air && y <= height - h / 2 - air;

// What a place costs: the length of its line, more the steeper it is, and what is said against it otherwise.
export function costOf({ from, x, y, w, against = 0 }) {
  if (!from) return against;
  const [, end] = tie({ from, x, y, w });
  return Math.hypot(end.x - from.x, end.y - from.y) + UPRIGHT * Math.abs(end.y - from.y) + against;
}

// Which place each label takes, so that all agree; those that find none are left out.
// wanted: [{ code, weight, places }], the first first, the places cheapest first with their `cost`; the heavier stays where two push.
export function settle(wanted) {
  const taken = new Map();
  const pushed = new Map();
  const queue = [...wanted];
  const rivals = (one, place) => wanted.filter((other) => other !== one && isRival(taken.get(other), place));
  for (let left = PUSHES + wanted.length; queue.length && left > 0; left--) {
    const one = queue.shift();
    const found = cheapest(one, rivals, pushed);
    if (!found) continue;
    for (const other of found.others) {
      taken.delete(other);
      pushed.set(other, (pushed.get(other) ?? 0) + 1);
      queue.push(other);
    }
    taken.set(one, found.place);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of wanted) {
      const better = one.places.find((place) => rivals(one, place).length === 0);
      if (better) taken.set(one, better);
    }
    for (const one of wanted.filter((some) => taken.get(some)?.cost > LONG)) trade(one, taken, rivals);
  }
  return wanted.filter((one) => taken.has(one)).map((one) => ({ ...taken.get(one), code: one.code }));
}

// Take a cheaper place from the one label that holds it, where that finds another and both together are better off.
function trade(one, taken, rivals) {
  const before = taken.get(one);
  for (const place of one.places) {
    if (place.cost >= before.cost) return;
    const [other, ...more] = rivals(one, place);
    if (!other || more.length) continue;
    const left = taken.get(other);
    taken.delete(other);
    taken.set(one, place);
    const free = (next) => agree(place, next) && rivals(other, next).length === 0;
    const next = other.places.slice(0, FIRST).find(free);
    if (next && place.cost + next.cost < before.cost + left.cost) {
      taken.set(other, next);
      return;
    }
    taken.set(other, left);
    taken.set(one, before);
  }
}

const isRival = (theirs, place) => Boolean(theirs) && !agree(theirs, place);

// The first free place, else the one whose holders were pushed least and weigh no more than who asks.
function cheapest(one, rivals, pushed) {
  let [best, least] = [null, Infinity];
  for (const place of one.places) {
    const others = rivals(one, place);
    if (!others.length) return { place, others };
    if (others.some(({ weight }) => weight > one.weight)) continue;
    const cost = others.reduce((sum, other) => sum + 1 + (pushed.get(other) ?? 0), 0);
    if (cost < least) [best, least] = [{ place, others }, cost];
  }
  return best;
}
