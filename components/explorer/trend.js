// A line per region over all periods: points where there are figures, dashes across gaps, nothing made up. All regions
// are grey; the ends, the area, the country and the selected one have a colour, and their name where their line ends.

import { breakMark } from "./breaks.js";
import { el, svg } from "./dom.js";
import { widthOf } from "./pen.js";
import { ranked } from "./ranking.js";
import { levelsOf, niceTicks, pieces, scale, spread } from "./scales.js";
import { monthOf, timeAxis } from "./timeaxis.js";
import { bareAt, isKnown, lastOf } from "./values.js";

const PAD = { left: 34, right: 96, top: 10, bottom: 22 };
// Of the letters, in pixels.
const SIZE = 13;
const ROW = 15;
const ROOM = { year: 40, period: 76 };
// Of so few regions with a figure each is named.
const FEW = 3;

// The ends of a complete set where the lines end, and of a few regions all: { code, role }.
function outermost(it) {
  const { values, codes } = it;
  const { known, isRanked } = ranked(values, codes, values.stops.at(-1), it);
  const ever = codes.filter((code) => lastOf(values, code) >= 0);
  if (ever.length <= FEW) return ever.map((code) => ({ code, role: "few" }));
  if (!isRanked) return [];
  return [
    { code: known[0], role: "highest" },
    { code: known.at(-1), role: "lowest" },
  ];
}

// The named lines, each region once: whoever is selected is so before all else.
function named(it) {
  const chosen = new Set(it.series.map(({ code }) => code));
  const all = it.hasGround ? outermost(it).filter(({ code }) => !chosen.has(code)) : [];
  return [...all, ...it.series.toReversed()];
}

// The last figure of each named line, with its name; when: of a line that ends before the others do.
function ends(it) {
  const { values, names, format } = it;
  const known = named(it)
    .map(({ code, role }) => ({ code, role, last: lastOf(values, code) }))
    .filter(({ last }) => last >= 0);
  const newest = Math.max(...known.map(({ last }) => last));
  return known.map((one) => ({
    ...one,
    text: `${names.get(one.code)} ${bareAt(values, format, one.code, one.last)}`,
    when: one.last < newest ? format.shortPeriod(values.periods[one.last]) : "",
  }));
}

const drawnCodes = (it) => [...(it.hasGround ? it.codes : []), ...it.series.map(({ code }) => code)];

// The measures of the chart and its scales; null without any figure.
function measured(it, width, height) {
  const { values, format } = it;
  const shown = drawnCodes(it)
    .flatMap((code) => [...(values.at(code)?.shown ?? [])])
    .filter(isKnown);
  if (!shown.length) return null;
  const [low, high] = shown.reduce(([a, b], one) => [Math.min(a, one), Math.max(b, one)], [Infinity, -Infinity]);
  const steps = levelsOf(niceTicks(low, high, 3), format);
  const left = Math.max(PAD.left, ...steps.map(({ text }) => widthOf(text, SIZE, 400) + 12));
  const right = Math.max(PAD.right, ...ends(it).map(({ text }) => widthOf(text, SIZE) + 14));
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
    svg("text", { class: "tick", x: x(month), y: height - 5, "text-anchor": "middle" }, text),
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
  const dots = sparse ? known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 3 })) : [];
  return [svg("g", { class: `series ${role}` }, ...drawn, ...marks, ...dots)];
}

// All regions at once, as two paths each at most: of 514 a piece for each month would be 22,000.
function ground({ codes, values }, { x, y }) {
  const drawn = codes.flatMap((code) => {
    const region = values.at(code);
    if (!region) return [];
    const { known, pairs } = pieces(values.periods, region.shown, region.regimes);
    const path = (kind, some) => {
      const d = some.map(({ from, to }) => `M${x(from.month)} ${y(from.value)}L${x(to.month)} ${y(to.value)}`).join("");
      return d ? [svg("path", { class: kind, d })] : [];
    };
    const alone = pairs.length
      ? []
      : known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 2.5 }));
    const [solid, dashed] = [true, false].map((kind) => pairs.filter((pair) => pair.solid === kind));
    return [...path("solid", solid), ...path("dashed", dashed), ...alone];
  });
  return svg("g", { class: "ground" }, ...drawn);
}

// No name reaches below the axis: those that would push the others up.
function lifted(placed, lowest) {
  let free = lowest;
  for (const one of placed.toReversed()) {
    one.at = Math.min(one.at, free - (one.when ? ROW : 0));
    free = one.at - ROW;
  }
  return placed;
}

function endLabels(it, { x, y, height, pad }) {
  const { values } = it;
  const placed = ends(it).map((one) => {
    const level = y(values.at(one.code).shown[one.last]);
    return { ...one, period: values.periods[one.last], y: level, at: level + 4, rows: one.when ? ["", ""] : [""] };
  });
  return lifted(spread(placed, ROW), height - pad.bottom + 2).map(({ role, period, at, text, when }) => {
    const left = x(monthOf(period)) + 8;
    const below = when ? svg("tspan", { class: "when", x: left, dy: ROW }, when) : null;
    return svg("text", { class: `end ${role}`, y: at }, svg("tspan", { x: left }, text), below);
  });
}

function draw(it) {
  const { chart, texts } = it;
  const { width, height } = chart.getBoundingClientRect();
  if (!width || !height) return;
  chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  it.scale = measured(it, width, height);
  if (!it.scale)
    return chart.replaceChildren(svg("text", { class: "tick", x: PAD.left, y: height / 2 }, texts.noValues));
  it.cursor = svg("g", { class: "cursor" }, svg("line", { y1: PAD.top, y2: height - PAD.bottom }));
  const lines = named(it).flatMap((one) => line(one, it, it.scale));
  const below = it.hasGround ? ground(it, it.scale) : null;
  chart.replaceChildren(
    ...[...axes(it, it.scale), below, it.cursor, ...lines, ...endLabels(it, it.scale)].filter(Boolean),
  );
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

// hasGround: whether the regions' lines share an axis with the area's, as rates do and counts do not.
export function trend({ values, names, codes, better, rule, format, texts, title, onPick, signal }) {
  const chart = svg("svg", { class: "trend-chart", role: "img", "aria-label": title });
  const root = el("section", { class: "trend" }, el("h2", {}, title), chart);
  const state = { series: [], scale: null, cursor: null, period: 0, hasGround: !rule.isCount };
  const it = { values, names, codes, better, rule, format, texts, chart, ...state };
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
