// Names and figures on the map, as many as fit without touching one another.

import { svg } from "./dom.js";
import { bareAt, printedAt } from "./values.js";

const MOST = 40;
const LETTERS = 12.5;
const LINE = 14;
// Around frames, in lines.
const AIR = 0.3;
// How much larger than on a page they are written in the exported picture.
const PICTURE = 1.12;
// Where a label is looked at, in parts of its width and height from its middle: its name, then its figure below.
const LETTERS_AT = [
  ...[-0.48, -0.24, 0, 0.24, 0.48].map((across) => [across, -0.25]),
  ...[-0.15, 0, 0.15].map((across) => [across, 0.25]),
];

let pen = null;
// How wide a name is set on a page: measured, for ten letters may be as wide as fifteen.
function widthOf(name) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `500 ${LETTERS}px Arimo, Arial, "Liberation Sans", Helvetica, sans-serif`;
  return pen.measureText(name).width;
}

// The two ends keep their names before any other, then the place that more people know.
function byWeight(points, values) {
  const last = (code) => [...(values.at(code)?.shown ?? [])].findLast((value) => !Number.isNaN(value)) ?? NaN;
  const known = [...points.keys()].filter((code) => !Number.isNaN(last(code))).sort((a, b) => last(b) - last(a));
  const first = new Set([known[0], known.at(-1)].filter(Boolean));
  return [...first, ...[...points.keys()].filter((code) => !first.has(code))];
}

// Where a label may stand when its own place is taken: around it, nearest first, in widths and heights of its box and lines.
const RINGS = [0.4, 1.2, 2, 2.8, 3.6, 4.8, 6, 7.5];
// Level and upright first, in sixteenths of a circle.
const WAYS = [0, 8, 4, 12, 2, 6, 10, 14, 1, 7, 9, 15, 3, 5, 11, 13].map((part) => (part * Math.PI) / 8);
const AROUND = RINGS.flatMap((lines) => WAYS.map((way) => ({ across: Math.cos(way), down: Math.sin(way), lines })));

// size(): how much larger than on a page they are written; beside: what has no room on its region stands next to it,
// tied to it by a line, and only what has a figure is named; taken(): boxes on the map that are not free.
// frames: around far islands, on the map's grid; only names of what lies in one may lie on it.
// paths, boxes: the regions' shapes and what they span; where they are given, no name lies on a neighbour of another colour.
export function labels({
  points,
  step,
  names,
  values,
  format,
  frames = [],
  boxes = new Map(),
  paths = new Map(),
  size = () => 1,
  beside = false,
  taken = () => [],
}) {
  const order = byWeight(points, values);
  const ends = new Set(order.slice(0, 2));
  const root = svg("g", { class: "labels", "aria-hidden": "true" });
  const texts = new Map();
  let placed = [];
  let period = 0;
  let drawnAt = null;

  const figure = (code) => {
    const shown = values.at(code)?.shown[period] ?? NaN;
    if (Number.isNaN(shown)) return "";
    const printed = printedAt(values, code, period);
    return bareAt(values, format, code, period) + (printed === undefined ? "" : ` (${format.printed(printed)})`);
  };

  function make(code) {
    const text = svg(
      "text",
      {},
      svg("tspan", { x: 0, class: "name" }, names.get(code)),
      svg("tspan", { x: 0, class: "figure" }),
    );
    texts.set(code, text);
    return text;
  }

  // From a region's middle to the nearest edge of its label.
  function tie({ from, x, y, w, h }) {
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
  function isUntangled(spot, placed) {
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

  // With a little air around them: the letters of a label reach out of its lines.
  const onScreen = ({ x, y, scale }, air) =>
    frames.map(([left, top, width, height]) => ({
      x: x + (left + width / 2) * scale,
      y: y + (top + height / 2) * scale,
      w: width * scale + 2 * air,
      h: height * scale + 2 * air,
    }));

  const touches = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

  // Which labels fit where, without drawing them: the exported picture asks too.
  function fit({ x, y, scale }, frame, large = size(), kept = taken()) {
    const height = LINE * large;
    const placed = [];
    const where = new Map(
      [...points].map(([code, [px, py]]) => [
        code,
        { x: x + (px / step) * scale, y: y + (py / step) * scale, w: height / 2, h: height / 2 },
      ]),
    );
    const air = AIR * height;
    const framed = onScreen({ x, y, scale }, air);
    // A name keeps within the frame of its region, where that has the room, and off every other one, with its line.
    const keepsWithin = (spot, frame) =>
      spot.w > frame.w - 2 * air ||
      spot.h > frame.h - 4 * air ||
      (Math.abs(spot.x - frame.x) <= (frame.w - spot.w) / 2 - air &&
        Math.abs(spot.y - frame.y) <= (frame.h - spot.h) / 2 - 2 * air);
    const staysOut = (spot) =>
      framed.every((frame) =>
        touches(where.get(spot.code), frame)
          ? keepsWithin(spot, frame)
          : !touches(spot, frame) && !(spot.from && runsOver(tie(spot), frame)),
      );
    const isFree = (spot) =>
      spot.x > spot.w / 2 &&
      spot.y > spot.h &&
      spot.x < frame.width - spot.w / 2 &&
      spot.y < frame.height - spot.h &&
      ![...placed, ...kept].some((other) => touches(spot, other)) &&
      staysOut(spot);
    // Not even the middle of another region may lie under a label that could stand elsewhere.
    const coversNone = (spot) => [...where].every(([code, point]) => code === spot.code || !touches(spot, point));
    const isOut = (at) => at.x < 0 || at.y < 0 || at.x > frame.width || at.y > frame.height;
    for (const code of order) {
      if (placed.length >= MOST) break;
      // What has been moved out of sight is named by no line that leads there.
      if (isOut(where.get(code))) continue;
      const spot = {
        code,
        ...where.get(code),
        w: Math.max(widthOf(names.get(code)), widthOf(figure(code)) * 1.1) * large + 6,
        h: 2 * height,
      };
      const fits = (one) => isFree(one) && coversNone(one) && isUntangled(one, placed);
      const fitsAlone = (one) => fits(one) && !liesOnOthers(one, { x, y, scale });
      const found = beside
        ? figure(code) && (stand(spot, fits, height) ?? (ends.has(code) && isFree(spot) && spot))
        : (stand(spot, fitsAlone, height) ?? (ends.has(code) && stand(spot, fits, height)));
      if (found) placed.push(found);
    }
    return placed;
  }

  // Whether a letter of the label would stand on another region's ground.
  function liesOnOthers(spot, { x, y, scale }) {
    return LETTERS_AT.some(([across, down]) => {
      const at = new DOMPoint((spot.x + across * spot.w - x) / scale, (spot.y + down * spot.h - y) / scale);
      return [...paths].some(
        ([code, path]) => code !== spot.code && isIn(boxes.get(code), at) && path.isPointInFill(at),
      );
    });
  }

  const isIn = (box, at) => at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;

  // On its region, else beside it with a line back; undefined where there is no room.
  function stand(spot, fits, height) {
    const { x, y, w, h } = spot;
    const around = AROUND.map(({ across, down, lines }) => ({
      ...spot,
      x: x + across * (w / 2 + lines * height),
      y: y + down * (h / 2 + lines * height),
      from: { x, y },
    }));
    return [spot, ...around].find(fits);
  }

  function leader(spot) {
    const [from, to] = tie(spot);
    return svg("path", { class: "leader", d: `M${from.x} ${from.y}L${to.x} ${to.y}` });
  }

  function place(view, frame) {
    drawnAt = [view, frame];
    placed = fit(view, frame);
    root.replaceChildren(
      ...placed.filter(({ from }) => from).map(leader),
      ...placed.map((spot) => {
        const text = texts.get(spot.code) ?? make(spot.code);
        text.setAttribute("transform", `translate(${spot.x} ${spot.y - 2})`);
        text.lastChild.setAttribute("dy", LINE * size());
        return text;
      }),
    );
    write();
  }

  function write() {
    for (const { code } of placed) texts.get(code).lastChild.textContent = figure(code);
  }

  function show(i) {
    period = i;
    // Who has a figure changes with the period.
    if (beside && drawnAt) place(...drawnAt);
    else write();
  }

  // For the exported picture: the texts with their places, plain.
  const drawn = (view, frame) =>
    fit(view, frame, PICTURE, []).map((spot) => ({
      x: spot.x,
      y: spot.y,
      name: names.get(spot.code),
      figure: figure(spot.code),
      tied: spot.from ? tie(spot) : null,
    }));
  return {
    root,
    place,
    drawn,
    show,
    clear() {
      drawnAt = null;
      root.replaceChildren();
    },
    hide: (on) => root.toggleAttribute("hidden", on),
  };
}
