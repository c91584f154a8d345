// Every region as a dot on one line of values, none upon another: where they crowd and who stands apart.

import { svg } from "../explorer/dom.js";
import { niceTicks } from "../explorer/trend.js";
import { valueAt } from "../explorer/values.js";

const EDGE = 24;

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
  const written = ticks.filter((tick) => x(tick) <= width - EDGE + 1);
  return svg("g", { class: "axis" }, svg("line", { x1: x(ticks[0]), x2: width - EDGE, y1: base, y2: base }),
    ...written.map((tick) => svg("text", { class: "tick", x: x(tick), y: base + 32, "text-anchor": "middle" }, format.number(tick, tick % 1 ? 1 : 0))));
}

// A line with its name above the dots: the area's and the country's value.
function reference({ value, text, role }, x, top, base, width) {
  const anchor = x(value) > width * 0.72 ? "end" : "start";
  const aside = anchor === "end" ? -8 : 8;
  return svg("g", { class: `reference ${role}` }, svg("line", { x1: x(value), x2: x(value), y1: top, y2: base }), svg("text", { x: x(value) + aside, y: top + 20, "text-anchor": anchor }, text));
}

// The two ends by name over a line between them and, where there is room, how far apart they are.
function span(low, high, text, y, width) {
  const middle = { x: (low.x + high.x) / 2, text, anchor: "middle" };
  const words = [{ ...low, anchor: low.x < 150 ? "start" : "middle" }, ...(high.x - low.x > 620 ? [middle] : []), { ...high, anchor: high.x > width - 170 ? "end" : "middle" }];
  return svg("g", { class: "span" }, svg("path", { d: `M${low.x} ${y - 9}v18M${low.x} ${y}H${high.x}M${high.x} ${y - 9}v18` }),
    ...words.map((word) => svg("text", { class: word === middle ? null : "name", x: word.x, y: y - 14, "text-anchor": word.anchor }, word.text)));
}

// width, height: in pixels of the stage; marked: codes that are brought out; span: the distance of the ends in words.
export function strip({ values, names, format, codes, period, references, marked, width, height, span: distance, onPick }) {
  const known = codes.filter((code) => !Number.isNaN(values.at(code)?.shown[period] ?? NaN));
  const shown = (code) => values.at(code).shown[period];
  const root = svg("svg", { class: "strip", viewBox: `0 0 ${width} ${height}` });
  if (!known.length) return root;
  const every = [...known.map(shown), ...references.map(({ value }) => value)];
  const ticks = niceTicks(Math.min(0, ...every), Math.max(...every), 5);
  const x = (value) => EDGE + ((value - ticks[0]) / (Math.max(...every, ticks.at(-1)) - ticks[0])) * (width - 2 * EDGE);
  const base = height - 44;
  const top = 8;
  const rows = references.length * 32 + 44;
  const size = known.length > 120 ? 9 : known.length > 45 ? 14 : 24;
  const middle = (top + rows + base) / 2 + 4;
  const dots = swarm(known.map((code) => ({ code, x: x(shown(code)) })), size + 2, (base - top - rows) / 2 - size);
  const label = svg("text", { class: "hovered", "text-anchor": "middle" });
  const circles = dots.map(({ code, x: cx, y }) => {
    const dot = svg("circle", { cx, cy: middle + y, r: size / 2, class: marked.includes(code) ? "marked" : null, "data-region": code });
    dot.addEventListener("pointerenter", () => { label.textContent = `${names.get(code)} ${valueAt(values, format, code, period)}`; label.setAttribute("x", Math.min(Math.max(cx, 170), width - 170)); label.setAttribute("y", middle + y - size); });
    dot.addEventListener("pointerleave", () => { label.textContent = ""; });
    dot.addEventListener("click", () => onPick?.(code));
    return dot;
  });
  const lines = references.map((one, i) => reference(one, x, top + i * 32, base, width));
  // The marked ones last, so that no other dot lies on them.
  circles.sort((a, b) => a.classList.contains("marked") - b.classList.contains("marked"));
  const ends = [dots[0], dots.at(-1)].map(({ code, x: at }) => ({ x: at, text: `${names.get(code)} ${valueAt(values, format, code, period)}` }));
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", [...ends, ...references].map(({ text }) => text).join("; "));
  if (known.length > 1 && distance) lines.push(span(ends[0], ends[1], distance, top + rows - 6, width));
  root.append(axis({ x, ticks, base, format, width }), ...lines, ...circles, label);
  return root;
}
