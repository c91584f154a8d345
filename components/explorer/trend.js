// A line per region over all periods: points where there are figures, dashes across gaps, nothing made up.

import { el, svg } from "./dom.js";

const PAD = { left: 44, right: 128, top: 14, bottom: 26 };
const LABEL_GAP = 15;
const SHORT = 30;

// A year stands at its December, a quarter at its last month.
export function monthOf(period) {
  const [year, rest] = period.split("-");
  const month = !rest ? 12 : rest.startsWith("Q") ? 3 * Number(rest[1]) : Number(rest);
  return 12 * Number(year) + month - 1;
}

const STEP = (period) => (!period.includes("-") ? 12 : period.includes("Q") ? 3 : 1);

// Pieces of a line: solid between neighbouring periods, dashed where a figure is missing between.
export function pieces(periods, shown) {
  const known = periods.map((period, i) => ({ period, i, month: monthOf(period), value: shown[i] })).filter(({ value }) => !Number.isNaN(value));
  const pairs = known.slice(1).map((to, k) => ({ from: known[k], to, solid: to.month - known[k].month === STEP(to.period) }));
  return { known, pairs };
}

export function niceTicks(low, high, count = 4) {
  const raw = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((k) => k * power).find((k) => k >= raw);
  const first = Math.floor(low / step) * step;
  const ticks = [];
  for (let tick = first; tick < high + step; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return ticks;
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
    const shown = series.flatMap(({ code }) => [...(values.at(code)?.shown ?? [])]).filter((value) => !Number.isNaN(value));
    if (!shown.length) return null;
    const ticks = niceTicks(Math.min(...shown), Math.max(...shown));
    const [from, to] = [monthOf(values.periods[0]), monthOf(values.periods.at(-1))];
    const x = (month) => PAD.left + ((month - from) / Math.max(1, to - from)) * (width - PAD.left - PAD.right);
    const y = (value) => height - PAD.bottom - ((value - ticks[0]) / (ticks.at(-1) - ticks[0])) * (height - PAD.top - PAD.bottom);
    return { x, y, ticks, from, to, width, height };
  }

  function years(from, to) {
    const found = [];
    for (let year = Math.ceil(from / 12); year * 12 <= to; year++) found.push({ month: year * 12, text: String(year) });
    return found;
  }

  // On a short span every period that has room is named.
  function months(x) {
    let free = -Infinity;
    return values.periods.map((code) => ({ month: monthOf(code), text: format.shortPeriod(code) })).filter(({ month }) => {
      if (x(month) < free) return false;
      free = x(month) + 80;
      return true;
    });
  }

  function axes({ x, y, ticks: levels, from, to, width, height }) {
    const grid = levels.map((tick) => svg("g", {}, svg("line", { class: "grid", x1: PAD.left, x2: width - PAD.right, y1: y(tick), y2: y(tick) }), svg("text", { class: "tick", x: PAD.left - 8, y: y(tick) + 4, "text-anchor": "end" }, format.number(tick, tick % 1 ? 1 : 0))));
    const when = to - from > SHORT ? years(from, to) : months(x);
    const ticks = when.map(({ month, text }) => svg("text", { class: "tick", x: x(month), y: height - 6, "text-anchor": "middle" }, text));
    return [...grid, ...ticks];
  }

  function line({ code, role }, { x, y }) {
    const region = values.at(code);
    if (!region) return [];
    const { known, pairs } = pieces(values.periods, region.shown);
    const segment = ({ from, to, solid }) => svg("line", { class: solid ? "solid" : "dashed", x1: x(from.month), y1: y(from.value), x2: x(to.month), y2: y(to.value) });
    const sparse = pairs.some(({ solid }) => !solid) || known.length < 3;
    const dots = sparse ? known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 3.5 })) : [];
    return [svg("g", { class: `series ${role}` }, ...pairs.map(segment), ...dots)];
  }

  function endLabels({ x, y }) {
    const ends = series.flatMap(({ code, role }) => {
      const region = values.at(code);
      const last = region ? [...region.shown].findLastIndex((value) => !Number.isNaN(value)) : -1;
      return last < 0 ? [] : [{ role, x: x(monthOf(values.periods[last])), y: y(region.shown[last]), at: y(region.shown[last]) + 4, text: `${names.get(code)} ${format.bare(region.shown[last])}` }];
    });
    return spread(ends).map(({ role, x: end, at, text }) => svg("text", { class: `end ${role}`, x: end + 8, y: at }, text));
  }

  function draw() {
    const { width, height } = chart.getBoundingClientRect();
    if (!width || !height) return;
    chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
    scale = scales(width, height);
    if (!scale) return chart.replaceChildren(svg("text", { class: "tick", x: PAD.left, y: height / 2 }, texts.noValues));
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

  return { root, chart, draw, show, set(list) { series = list; draw(); } };
}
