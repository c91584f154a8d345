// Names and figures on the map, as many as fit without touching one another.

import { svg } from "./dom.js";
import { printedAt } from "./values.js";

const MOST = 40;
const CHARACTER = 6.4;
const LINE = 14;
// A name much wider than its region would lie on a neighbour of another colour.
const ROOM = 0.55;

// The two ends keep their names before any other, then the place that more people know.
function byWeight(points, values) {
  const last = (code) => [...(values.at(code)?.shown ?? [])].findLast((value) => !Number.isNaN(value)) ?? NaN;
  const known = [...points.keys()].filter((code) => !Number.isNaN(last(code))).sort((a, b) => last(b) - last(a));
  const first = new Set([known[0], known.at(-1)].filter(Boolean));
  return [...first, ...[...points.keys()].filter((code) => !first.has(code))];
}

// size: how much larger than on a page they are written.
export function labels({ points, step, names, values, format, boxes, size = 1 }) {
  const [character, height] = [CHARACTER * size, LINE * size];
  const order = byWeight(points, values);
  const ends = new Set(order.slice(0, 2));
  const root = svg("g", { class: "labels", "aria-hidden": "true" });
  const texts = new Map();
  let placed = [];
  let period = 0;

  const figure = (code) => {
    const shown = values.at(code)?.shown[period] ?? NaN;
    if (Number.isNaN(shown)) return "";
    const printed = printedAt(values, code, period);
    return format.bare(shown) + (printed === undefined ? "" : ` (${format.printed(printed)})`);
  };

  function make(code) {
    const text = svg("text", {}, svg("tspan", { x: 0, class: "name" }, names.get(code)), svg("tspan", { x: 0, dy: height, class: "figure" }));
    texts.set(code, text);
    return text;
  }

  const touches = (a, b) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;

  // Which labels fit where, without drawing them: the exported picture asks too.
  function fit({ x, y, scale }, frame) {
    const placed = [];
    for (const code of order) {
      if (placed.length >= MOST) break;
      const [px, py] = points.get(code);
      const spot = { code, x: x + (px / step) * scale, y: y + (py / step) * scale, w: names.get(code).length * character + 6, h: 2 * height };
      const inside = spot.x > spot.w / 2 && spot.y > spot.h && spot.x < frame.width - spot.w / 2 && spot.y < frame.height - spot.h;
      const carries = ends.has(code) || (boxes.get(code).width * scale > spot.w * ROOM && boxes.get(code).height * scale > height);
      if (inside && carries && !placed.some((other) => touches(spot, other))) placed.push(spot);
    }
    return placed;
  }

  function place(view, size) {
    placed = fit(view, size);
    root.replaceChildren(...placed.map((spot) => {
      const text = texts.get(spot.code) ?? make(spot.code);
      text.setAttribute("transform", `translate(${spot.x} ${spot.y - 2})`);
      return text;
    }));
    write();
  }

  function write() {
    for (const { code } of placed) texts.get(code).lastChild.textContent = figure(code);
  }

  // For the exported picture: the texts with their places, plain.
  const drawn = (view, size) => fit(view, size).map(({ code, x, y }) => ({ x, y, name: names.get(code), figure: figure(code) }));
  return { root, place, drawn, show(i) { period = i; write(); }, hide: (on) => root.toggleAttribute("hidden", on) };
}
