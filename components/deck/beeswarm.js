// Every region as a dot on one line of values, none upon another: where they crowd and who stands apart.

import { svg } from "../explorer/dom.js";
import { widthOf } from "../explorer/pen.js";
import { levelsOf, niceTicks } from "../explorer/scales.js";
import { hasFigure, valueAt } from "../explorer/values.js";

const EDGE = 24;
// Of letters, of the rows that names stand in, and of the blank between a line and its name.
const SIZE = 28;
const ROW = 32;
const ASIDE = 8;
const TOP = 8;

// The nearest free height for each dot, by value; `size` is a dot's width.
export function swarm(points, size, room) {
  const placed = [];
  for (const point of [...points].sort((a, b) => a.x - b.x || a.code.localeCompare(b.code))) {
    const near = placed.filter((other) => point.x - other.x < size);
    const free = (y) => near.every((other) => (point.x - other.x) ** 2 + (y - other.y) ** 2 >= size * size * 0.98);
    let y = 0;
    for (let step = 1; !free(y) && step < 400; step++) y = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * (size / 4);
    placed.push({ ...point, y: Math.max(-room, Math.min(room, y)) });
  }
  return placed;
}

function axis({ x, ticks, base, format, width }) {
  const written = levelsOf(ticks, format).filter(({ tick }) => x(tick) <= width - EDGE + 1);
  return svg(
    "g",
    { class: "axis" },
    svg("line", { x1: x(ticks[0]), x2: width - EDGE, y1: base, y2: base }),
    ...written.map(({ tick, text }) =>
      svg("text", { class: "tick", x: x(tick), y: base + 32, "text-anchor": "middle" }, text),
    ),
  );
}

// The lines of the area and the country, each with its name above the dots: in the order and on the sides in which no
// line runs through a name.
function references(list, x, top, base, width) {
  const boxes = list.map((one) => ({ ...one, at: x(one.value), wide: widthOf(one.text, SIZE) + 2 * ASIDE }));
  const spans = ({ at, wide }, end) => (end ? [at - wide, at - 1] : [at + 1, at + wide]);
  const isFree = (rows) =>
    rows.every(([one, end], i) => {
      const [from, to] = spans(one, end);
      return from >= 0 && to <= width && rows.slice(0, i).every(([above]) => above.at < from || above.at > to);
    });
  const orders = boxes.length < 2 ? [boxes] : [boxes, [...boxes].reverse()];
  const sides =
    boxes.length < 2
      ? [[false], [true]]
      : [
          [false, false],
          [true, true],
          [false, true],
          [true, false],
        ];
  const ways = orders.flatMap((order) => sides.map((ends) => order.map((one, i) => [one, ends[i]])));
  return (ways.find(isFree) ?? ways[0]).map(([{ at, text, role }, end], i) =>
    svg(
      "g",
      { class: `reference ${role}` },
      svg("line", { x1: at, x2: at, y1: top + i * ROW, y2: base }),
      svg(
        "text",
        { x: at + (end ? -ASIDE : ASIDE), y: top + i * ROW + 22, "text-anchor": end ? "end" : "start" },
        text,
      ),
    ),
  );
}

// A text over a place, inside the picture: its middle and its two ends.
function over({ x, text }, width) {
  const half = widthOf(text, SIZE) / 2 + 4;
  const middle = Math.min(Math.max(x, half), width - half);
  return { x: middle, text, from: middle - half, to: middle + half };
}

// The two ends by name over a line between them and, where there is room, how far apart they are; where the names would
// touch, one stands above the other.
function span(low, high, text, y, width) {
  const [first, last] = [over(low, width), over(high, width)];
  const middle = over({ x: (low.x + high.x) / 2, text }, width);
  const hasRoom = middle.from > first.to + 12 && middle.to < last.from - 12;
  const lift = first.to + 12 > last.from ? ROW : 0;
  const names = [
    { ...first, y: y - 14 },
    { ...last, y: y - 14 - lift },
  ];
  return svg(
    "g",
    { class: "span" },
    svg("path", { d: `M${low.x} ${y - 9}v18M${low.x} ${y}H${high.x}M${high.x} ${y - 9}v18` }),
    ...names.map((one) => svg("text", { class: "name", x: one.x, y: one.y, "text-anchor": "middle" }, one.text)),
    hasRoom ? svg("text", { x: middle.x, y: y - 14, "text-anchor": "middle" }, text) : null,
  );
}

// Where the dots of a picture stand: its scale, the size of a dot, and each with its place.
function measured({ values, codes, period, references: measures, width, height }) {
  const shown = (code) => values.at(code).shown[period];
  const known = codes.filter((code) => hasFigure(values, code, period));
  if (!known.length) return null;
  const every = [...known.map(shown), ...measures.map(({ value }) => value)];
  const ticks = niceTicks(Math.min(0, ...every), Math.max(...every), 5);
  const x = (value) => EDGE + ((value - ticks[0]) / (Math.max(...every, ticks.at(-1)) - ticks[0])) * (width - 2 * EDGE);
  const base = height - 44;
  const head = TOP + measures.length * ROW + 2 * ROW + 22;
  const size = known.length > 120 ? 9 : known.length > 45 ? 14 : 24;
  const points = known.map((code) => ({ code, x: x(shown(code)) }));
  const dots = swarm(points, size + 2, (base - head) / 2 - size);
  return { dots, ticks, x, base, size, middle: (head + base) / 2 + 4 };
}

// The dots, the marked ones last, so that no other lies on them; and the name of the one that is pointed at.
function circles({ marked, width, onPick }, { dots, middle, size }, said) {
  const label = svg("text", { class: "hovered", "text-anchor": "middle" });
  const circle = ({ code, x, y }) => {
    const kind = marked.includes(code) ? "marked" : null;
    const dot = svg("circle", { cx: x, cy: middle + y, r: size / 2, class: kind, "data-region": code });
    dot.addEventListener("pointerenter", () => {
      label.textContent = said(code);
      label.setAttribute("x", over({ x, text: said(code) }, width).x);
      label.setAttribute("y", middle + y - size);
    });
    dot.addEventListener("pointerleave", () => {
      label.textContent = "";
    });
    dot.addEventListener("click", () => onPick?.(code));
    return dot;
  };
  const above = dots.toSorted((a, b) => marked.includes(a.code) - marked.includes(b.code));
  return [...above.map(circle), label];
}

// width, height: in pixels of the stage; marked: codes that are brought out; span: the distance of the ends in words.
export function strip(it) {
  const { values, names, format, period, references: measures, width, height } = it;
  const root = svg("svg", { class: "strip", viewBox: `0 0 ${width} ${height}` });
  const picture = measured(it);
  if (!picture) return root;
  const { dots, ticks, x, base } = picture;
  const said = (code) => `${names.get(code)} ${valueAt(values, format, code, period)}`;
  const ends = [dots[0], dots.at(-1)].map(({ code, x: at }) => ({ x: at, text: said(code) }));
  // The names of the ends stand above the lines, which begin below them.
  const lines = references(measures, x, TOP + 2 * ROW + 16, base, width);
  if (dots.length > 1 && it.span) lines.push(span(...ends, it.span, TOP + 2 * ROW, width));
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", [...ends, ...measures].map(({ text }) => text).join("; "));
  root.append(axis({ x, ticks, base, format, width }), ...lines, ...circles(it, picture, said));
  return root;
}
