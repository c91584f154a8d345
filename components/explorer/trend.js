// A line per region over all periods: points where there are figures, dashes across gaps, nothing made up.

import { breakMark } from "./breaks.js";
import { el, svg } from "./dom.js";
import { widthOf } from "./pen.js";
import { levelsOf, niceTicks, pieces, scale, spread } from "./scales.js";
import { monthOf, timeAxis } from "./timeaxis.js";
import { bareAt, isKnown, lastOf } from "./values.js";

const PAD = { left: 44, right: 128, top: 14, bottom: 26 };
// A label at an end has two rows: name and value, and below them the period.
const ROW = 15;
const LABEL_GAP = 2 * ROW;
// Of its letters, in pixels.
const SIZE = 14;
const ROOM = { year: 44, period: 80 };

// The last figure of each line, with its name.
function ends({ series, values, names, format }) {
  const known = series.map(({ code, role }) => ({ code, role, last: lastOf(values, code) }));
  return known
    .filter(({ last }) => last >= 0)
    .map((one) => ({ ...one, text: `${names.get(one.code)} ${bareAt(values, format, one.code, one.last)}` }));
}

// The measures of the chart and its scales; null without any figure.
function measured(it, width, height) {
  const { series, values, format } = it;
  const shown = series.flatMap(({ code }) => [...(values.at(code)?.shown ?? [])]).filter(isKnown);
  if (!shown.length) return null;
  const steps = levelsOf(niceTicks(Math.min(...shown), Math.max(...shown)), format);
  const left = Math.max(PAD.left, ...steps.map(({ text }) => widthOf(text, SIZE, 400) + 12));
  const right = Math.max(PAD.right, ...ends(it).map(({ text }) => widthOf(text, SIZE) + 12));
  const [from, to] = [monthOf(values.periods[0]), monthOf(values.periods.at(-1))];
  const frame = { from, to, steps, width, height, pad: { ...PAD, left, right } };
  return { ...frame, ...scale(frame) };
}

function axes({ values, format }, { x, y, steps, from, to, pad, width, height }) {
  const grid = steps.map(({ tick, text }) =>
    svg(
      "g",
      {},
      svg("line", { class: "grid", x1: pad.left, x2: width - pad.right, y1: y(tick), y2: y(tick) }),
      svg("text", { class: "tick", x: pad.left - 8, y: y(tick) + 4, "text-anchor": "end" }, text),
    ),
  );
  const when = timeAxis({ periods: values.periods, from, to, x, room: ROOM, format });
  const ticks = when.ticks.map(({ month, text }) =>
    svg("text", { class: "tick", x: x(month), y: height - 6, "text-anchor": "middle" }, text),
  );
  const base = height - pad.bottom;
  const edges = when.edges.map((month) =>
    svg("line", { class: "grid", x1: x(month), x2: x(month), y1: base, y2: base + 6 }),
  );
  return [...grid, ...edges, ...ticks];
}

function line({ code, role }, { values, texts }, { x, y }) {
  const region = values.at(code);
  if (!region) return [];
  const { known, pairs, breaks } = pieces(values.periods, region.shown, region.regimes);
  const joined = pairs.filter(({ solid }) => solid !== null);
  const marks = breaks.map((pair) => breakMark(pair, { x, y }, texts.broken, 5));
  const drawn = joined.map(({ from, to, solid }) => {
    const ends = { x1: x(from.month), y1: y(from.value), x2: x(to.month), y2: y(to.value) };
    return svg("line", { class: solid ? "solid" : "dashed", ...ends });
  });
  const sparse = pairs.some(({ solid }) => !solid) || known.length < 3;
  const dots = sparse ? known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 3.5 })) : [];
  return [svg("g", { class: `series ${role}` }, ...drawn, ...marks, ...dots)];
}

function endLabels(it, { x, y }) {
  const { values, format } = it;
  const placed = ends(it).map((one) => {
    const level = y(values.at(one.code).shown[one.last]);
    return { ...one, period: values.periods[one.last], y: level, at: level + 4 };
  });
  return spread(placed, LABEL_GAP).map(({ role, period, at, text }) => {
    const left = x(monthOf(period)) + 8;
    const when = svg("tspan", { class: "when", x: left, dy: ROW }, format.shortPeriod(period));
    return svg("text", { class: `end ${role}`, y: at }, svg("tspan", { x: left }, text), when);
  });
}

function draw(it) {
  const { chart, series, texts } = it;
  const { width, height } = chart.getBoundingClientRect();
  if (!width || !height) return;
  chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  it.scale = measured(it, width, height);
  if (!it.scale)
    return chart.replaceChildren(svg("text", { class: "tick", x: PAD.left, y: height / 2 }, texts.noValues));
  it.cursor = svg("g", { class: "cursor" }, svg("line", { y1: PAD.top, y2: height - PAD.bottom }));
  const lines = series.flatMap((one) => line(one, it, it.scale));
  chart.replaceChildren(...axes(it, it.scale), it.cursor, ...lines, ...endLabels(it, it.scale));
  point(it);
}

function point({ scale: drawn, cursor, values, period }) {
  if (drawn && cursor) cursor.setAttribute("transform", `translate(${drawn.x(monthOf(values.periods[period]))} 0)`);
}

function nearest({ chart, values, scale: drawn }, event) {
  const at = event.clientX - chart.getBoundingClientRect().left;
  const distance = (i) => Math.abs(drawn.x(monthOf(values.periods[i])) - at);
  return values.stops.reduce((best, i) => (distance(i) < distance(best) ? i : best));
}

export function trend({ values, names, format, texts, title, onPick, signal }) {
  const chart = svg("svg", { class: "trend-chart", role: "img", "aria-label": title });
  const root = el("section", { class: "trend" }, el("h2", {}, title), chart);
  const it = { values, names, format, texts, chart, series: [], scale: null, cursor: null, period: 0 };
  chart.addEventListener("click", (event) => it.scale && onPick(nearest(it, event)), { signal });
  return {
    root,
    draw: () => draw(it),
    show(i) {
      it.period = i;
      point(it);
    },
    set(list) {
      it.series = list;
      draw(it);
    },
  };
}
