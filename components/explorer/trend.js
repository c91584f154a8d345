// A line per region over all periods: points where there are figures, dashes across gaps, nothing made up.

import { el, svg } from "./dom.js";
import { widthOf } from "./pen.js";
import { monthOf, timeAxis } from "./timeaxis.js";
import { bareAt } from "./values.js";

const PAD = { left: 44, right: 128, top: 14, bottom: 26 };
// A label at an end has two rows: name and value, and below them the period.
const ROW = 15;
const LABEL_GAP = 2 * ROW;
// Of its letters, in pixels.
const SIZE = 14;
const ROOM = { year: 44, period: 80 };

const STEP = (period) => (!period.includes("-") ? 12 : period.includes("Q") ? 3 : 1);

// Pieces of a line: solid between neighbouring periods, dashed where a figure is missing between.
export function pieces(periods, shown) {
  const known = periods
    .map((period, i) => ({ period, i, month: monthOf(period), value: shown[i] }))
    .filter(({ value }) => !Number.isNaN(value));
  const pairs = known
    .slice(1)
    .map((to, k) => ({ from: known[k], to, solid: to.month - known[k].month === STEP(to.period) }));
  return { known, pairs };
}

// At least two of them: a scale of one has no height, and one of a single figure is as coarse as the figure is large.
export function niceTicks(low, high, count = 4) {
  const raw = (high - low || Math.abs(high) || count) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((k) => k * power).find((k) => k >= raw);
  const first = Math.floor(low / step) * step;
  const ticks = [];
  for (let tick = first; tick < high + step; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks.length > 1 ? ticks : [first, Number((first + step).toPrecision(12))];
}

// The levels of an axis as they are written: with the decimals of their step, and no more.
export function levelsOf(ticks, format) {
  const [, decimals = ""] = String(Number((ticks[1] - ticks[0]).toPrecision(6))).split(".");
  return ticks.map((tick) => ({ tick, text: format.bare(tick, decimals.length) }));
}

// End labels keep their order and never overlap.
export function spread(ends, gap = LABEL_GAP) {
  ends.sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i].at = Math.max(ends[i].at, ends[i - 1].at + gap);
  return ends;
}

export function trend({ values, names, format, texts, title, onPick, signal }) {
  const chart = svg("svg", { class: "trend-chart", role: "img", "aria-label": title });
  const root = el("section", { class: "trend" }, el("h2", {}, title), chart);
  let series = [];
  let scale = null;
  let period = 0;
  let cursor = null;

  function scales(width, height) {
    const shown = series
      .flatMap(({ code }) => [...(values.at(code)?.shown ?? [])])
      .filter((value) => !Number.isNaN(value));
    if (!shown.length) return null;
    const steps = levelsOf(niceTicks(Math.min(...shown), Math.max(...shown)), format);
    const ticks = steps.map(({ tick }) => tick);
    const left = Math.max(PAD.left, ...steps.map(({ text }) => widthOf(text, SIZE, 400) + 12));
    const right = Math.max(PAD.right, ...ends().map(({ text }) => widthOf(text, SIZE) + 12));
    const [from, to] = [monthOf(values.periods[0]), monthOf(values.periods.at(-1))];
    const x = (month) => left + ((month - from) / Math.max(1, to - from)) * (width - left - right);
    const y = (value) =>
      height - PAD.bottom - ((value - ticks[0]) / (ticks.at(-1) - ticks[0])) * (height - PAD.top - PAD.bottom);
    return { x, y, steps, from, to, left, right, width, height };
  }

  function axes({ x, y, steps, from, to, left, right, width, height }) {
    const grid = steps.map(({ tick, text }) =>
      svg(
        "g",
        {},
        svg("line", { class: "grid", x1: left, x2: width - right, y1: y(tick), y2: y(tick) }),
        svg("text", { class: "tick", x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, text),
      ),
    );
    const when = timeAxis({ periods: values.periods, from, to, x, room: ROOM, format });
    const ticks = when.ticks.map(({ month, text }) =>
      svg("text", { class: "tick", x: x(month), y: height - 6, "text-anchor": "middle" }, text),
    );
    const edges = when.edges.map((month) =>
      svg("line", { class: "grid", x1: x(month), x2: x(month), y1: height - PAD.bottom, y2: height - PAD.bottom + 6 }),
    );
    return [...grid, ...edges, ...ticks];
  }

  function line({ code, role }, { x, y }) {
    const region = values.at(code);
    if (!region) return [];
    const { known, pairs } = pieces(values.periods, region.shown);
    const segment = ({ from, to, solid }) =>
      svg("line", {
        class: solid ? "solid" : "dashed",
        x1: x(from.month),
        y1: y(from.value),
        x2: x(to.month),
        y2: y(to.value),
      });
    const sparse = pairs.some(({ solid }) => !solid) || known.length < 3;
    const dots = sparse ? known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 3.5 })) : [];
    return [svg("g", { class: `series ${role}` }, ...pairs.map(segment), ...dots)];
  }

  function ends() {
    return series.flatMap(({ code, role }) => {
      const region = values.at(code);
      const last = region ? [...region.shown].findLastIndex((value) => !Number.isNaN(value)) : -1;
      return last < 0
        ? []
        : [{ role, last, value: region.shown[last], text: `${names.get(code)} ${bareAt(values, format, code, last)}` }];
    });
  }

  function endLabels({ x, y }) {
    const placed = ends().map((one) => ({
      ...one,
      x: x(monthOf(values.periods[one.last])) + 8,
      y: y(one.value),
      at: y(one.value) + 4,
      when: format.shortPeriod(values.periods[one.last]),
    }));
    return spread(placed).map(({ role, x: left, at, text, when }) =>
      svg(
        "text",
        { class: `end ${role}`, y: at },
        svg("tspan", { x: left }, text),
        svg("tspan", { class: "when", x: left, dy: ROW }, when),
      ),
    );
  }

  function draw() {
    const { width, height } = chart.getBoundingClientRect();
    if (!width || !height) return;
    chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
    scale = scales(width, height);
    if (!scale)
      return chart.replaceChildren(svg("text", { class: "tick", x: PAD.left, y: height / 2 }, texts.noValues));
    cursor = svg("g", { class: "cursor" }, svg("line", { y1: PAD.top, y2: height - PAD.bottom }));
    chart.replaceChildren(...axes(scale), cursor, ...series.flatMap((one) => line(one, scale)), ...endLabels(scale));
    show(period);
  }

  function show(i) {
    period = i;
    if (!scale || !cursor) return;
    cursor.setAttribute("transform", `translate(${scale.x(monthOf(values.periods[i]))} 0)`);
  }

  const nearest = (event) => {
    const at = event.clientX - chart.getBoundingClientRect().left;
    const distance = (code) => Math.abs(scale.x(monthOf(code)) - at);
    return values.stops.reduce((best, i) => (distance(values.periods[i]) < distance(values.periods[best]) ? i : best));
  };
  chart.addEventListener("click", (event) => scale && onPick(nearest(event)), { signal });

  return {
    root,
    chart,
    draw,
    show,
    set(list) {
      series = list;
      draw();
    },
  };
}
