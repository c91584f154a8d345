// Every region as a dot on one line of values, none upon another: where they crowd and who stands apart.

import { svg } from "../explorer/dom.js";
import { widthOf } from "../explorer/pen.js";
import { levelsOf, niceTicks } from "../explorer/trend.js";
import { valueAt } from "../explorer/values.js";

const EDGE = 24;
// Of letters, of the rows that names stand in, and of the blank between a line and its name.
const SIZE = 28;
const ROW = 32;
const ASIDE = 8;

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

// width, height: in pixels of the stage; marked: codes that are brought out; span: the distance of the ends in words.
export function strip({
  values,
  names,
  format,
  codes,
  period,
  references: measures,
  marked,
  width,
  height,
  span: distance,
  onPick,
}) {
  const known = codes.filter((code) => !Number.isNaN(values.at(code)?.shown[period] ?? NaN));
  const shown = (code) => values.at(code).shown[period];
  const root = svg("svg", { class: "strip", viewBox: `0 0 ${width} ${height}` });
  if (!known.length) return root;
  const every = [...known.map(shown), ...measures.map(({ value }) => value)];
  const ticks = niceTicks(Math.min(0, ...every), Math.max(...every), 5);
  const x = (value) => EDGE + ((value - ticks[0]) / (Math.max(...every, ticks.at(-1)) - ticks[0])) * (width - 2 * EDGE);
  const base = height - 44;
  const top = 8;
  const rows = measures.length * ROW + 2 * ROW + 22;
  const size = known.length > 120 ? 9 : known.length > 45 ? 14 : 24;
  const middle = (top + rows + base) / 2 + 4;
  const dots = swarm(
    known.map((code) => ({ code, x: x(shown(code)) })),
    size + 2,
    (base - top - rows) / 2 - size,
  );
  const label = svg("text", { class: "hovered", "text-anchor": "middle" });
  const circles = dots.map(({ code, x: cx, y }) => {
    const dot = svg("circle", {
      cx,
      cy: middle + y,
      r: size / 2,
      class: marked.includes(code) ? "marked" : null,
      "data-region": code,
    });
    dot.addEventListener("pointerenter", () => {
      label.textContent = `${names.get(code)} ${valueAt(values, format, code, period)}`;
      label.setAttribute("x", over({ x: cx, text: label.textContent }, width).x);
      label.setAttribute("y", middle + y - size);
    });
    dot.addEventListener("pointerleave", () => {
      label.textContent = "";
    });
    dot.addEventListener("click", () => onPick?.(code));
    return dot;
  });
  // The names of the ends stand above the lines, which begin below them.
  const lines = references(measures, x, top + 2 * ROW + 16, base, width);
  // The marked ones last, so that no other dot lies on them.
  circles.sort((a, b) => a.classList.contains("marked") - b.classList.contains("marked"));
  const ends = [dots[0], dots.at(-1)].map(({ code, x: at }) => ({
    x: at,
    text: `${names.get(code)} ${valueAt(values, format, code, period)}`,
  }));
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", [...ends, ...measures].map(({ text }) => text).join("; "));
  if (known.length > 1 && distance) lines.push(span(ends[0], ends[1], distance, top + 2 * ROW, width));
  root.append(axis({ x, ticks, base, format, width }), ...lines, ...circles, label);
  return root;
}
