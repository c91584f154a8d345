// The trend as large lines, each with its name at its end; decrees and the named target stand in it.

import { svg } from "../explorer/dom.js";
import { widthOf } from "../explorer/pen.js";
import { monthOf, timeAxis } from "../explorer/timeaxis.js";
import { levelsOf, niceTicks, pieces, spread } from "../explorer/trend.js";
import { bareAt } from "../explorer/values.js";

// The chosen ones lie on top.
const ORDER = ["country", "area", "chosen"];
const isKnown = (value) => !Number.isNaN(value);

function levels({ values, series, targets, format }) {
  const shown = series.flatMap(({ code }) => [...(values.at(code)?.shown ?? [])]).filter(isKnown);
  const every = [...shown, ...targets.map(({ value }) => value)];
  return levelsOf(niceTicks(Math.min(...every), Math.max(...every), 4), format);
}

function scales({ values, targets, steps, width, height, pad }) {
  const ticks = steps.map(({ tick }) => tick);
  const from = monthOf(values.periods[0]);
  const to = Math.max(monthOf(values.periods.at(-1)), ...targets.map(({ year }) => 12 * year + 11));
  const x = (month) => pad.left + ((month - from) / Math.max(1, to - from)) * (width - pad.left - pad.right);
  const y = (value) =>
    height - pad.bottom - ((value - ticks[0]) / (ticks.at(-1) - ticks[0])) * (height - pad.top - pad.bottom);
  return { x, y, from, to };
}

function axes({ x, y, from, to }, { values, format, steps, width, height, pad, size }) {
  const rows = steps.map(({ tick, text }) =>
    svg(
      "g",
      {},
      svg("line", { class: "grid", x1: pad.left, x2: width - pad.right, y1: y(tick), y2: y(tick) }),
      svg("text", { class: "tick", x: pad.left - 12, y: y(tick) + size / 3, "text-anchor": "end" }, text),
    ),
  );
  const room = { year: widthOf("2024 ", size), period: widthOf("Nov 2024  ", size) };
  const when = timeAxis({ periods: values.periods, from, to, x, room, format });
  const edges = when.edges.map((month) =>
    svg("line", { class: "grid", x1: x(month), x2: x(month), y1: height - pad.bottom, y2: height - pad.bottom + 8 }),
  );
  return [
    ...rows,
    ...edges,
    ...when.ticks.map(({ month, text }) =>
      svg("text", { class: "tick", x: x(month), y: height - 8, "text-anchor": "middle" }, text),
    ),
  ];
}

function line({ code, role, place }, { x, y }, values) {
  const { known, pairs } = pieces(values.periods, values.at(code).shown);
  // One stroke as far as neighbours reach: a broken line would begin its dashes anew at every month.
  const drawn = (wanted) =>
    pairs
      .map(({ from, to, solid }, i) =>
        solid !== wanted
          ? ""
          : `${i && pairs[i - 1].solid === wanted ? "" : `M${x(from.month)} ${y(from.value)}`}L${x(to.month)} ${y(to.value)}`,
      )
      .join("");
  const stroke = (kind, d) => (d ? svg("path", { class: kind, d }) : null);
  const dots =
    known.length < 13 ? known.map(({ month, value }) => svg("circle", { cx: x(month), cy: y(value), r: 6 })) : [];
  return svg(
    "g",
    { class: `series ${role} place-${place}` },
    stroke("dashed", drawn(false)),
    stroke("solid", drawn(true)),
    ...dots,
  );
}

// Decrees at the head, on two heights where they stand close; at the right end to the left of their line.
function decrees(list, { x }, { width, height, pad, size }) {
  const free = [-Infinity, -Infinity];
  return list.map(({ date, title }) => {
    const at = x(monthOf(date.slice(0, 7)));
    const wide = widthOf(title, size, 400);
    const aside = at + 8 + wide > width ? -8 - wide : 8;
    const from = at + Math.min(0, aside);
    const row = from > free[0] ? 0 : from > free[1] ? 1 : null;
    if (row !== null) free[row] = at + aside + wide + 8;
    const top = 6 + (row ?? 0) * (size + 4);
    return svg(
      "g",
      { class: "decree" },
      svg("line", { x1: at, x2: at, y1: row === null ? pad.top : top, y2: height - pad.bottom }),
      row === null ? null : svg("text", { x: at + aside, y: top + size * 0.8 }, title),
    );
  });
}

// The diamond of a target: whose, of which plan, for when. Rival plans exist, so it is never without its name.
function goals(targets, { x, y }) {
  return targets.map(({ year, value }) =>
    svg("g", { class: "goal" }, svg("path", { d: `M${x(12 * year + 11)} ${y(value) - 12}l12 12l-12 12l-12 -12z` })),
  );
}

// What stands at the ends, one under another where they would touch, then the targets' names; returns texts.
function endLabels(series, targets, scale, frame) {
  const ends = endNames(series, scale, frame);
  return [...ends, ...goalNames(series, targets, ends, scale, frame)].map((one) => textRows(one, frame.size));
}

// The name and figure of each line at its end; a period that all of them end in is said once, above them.
function endNames(series, { x, y }, { values, format, size, height, pad }) {
  const gap = size + 3;
  const lasts = series.map((one) => ({ ...one, last: lastOf(values, one) }));
  const together = new Set(lasts.map(({ last }) => last)).size === 1 && lasts.length > 1;
  const left = Math.max(...lasts.map(({ last }) => x(monthOf(values.periods[last])))) + 14;
  const ends = lasts.map(({ code, role, place, last, said }) => {
    const level = y(values.at(code).shown[last]);
    const rows = [...said, ...(together ? [] : [format.shortPeriod(values.periods[last])])];
    return {
      kind: `end ${role} place-${place}`,
      x: left,
      anchor: "start",
      y: level,
      at: level + size / 3 + ((rows.length - 1) * size) / 2,
      rows,
    };
  });
  if (together) {
    const highest = Math.min(...ends.map((one) => one.at));
    ends.push({
      kind: "end when",
      x: left,
      anchor: "start",
      y: -Infinity,
      at: Math.max(pad.top + size * 0.8, highest - gap),
      rows: [format.shortPeriod(values.periods[lasts[0].last])],
    });
  }
  return stacked(ends, gap, height - pad.bottom - size * 0.2);
}

const lastOf = (values, { code }) => [...values.at(code).shown].findLastIndex(isKnown);

// A name with its figure; where both are too long for a line, one below the other.
function said(one, { values, names, format, size, width }) {
  const [name, figure] = [names.get(one.code), bareAt(values, format, one.code, lastOf(values, one))];
  const whole = `${name} ${figure}`;
  return widthOf(whole, size) <= width * 0.56 - 24 ? [whole] : [name, figure];
}

function goalNames(series, targets, ends, { x, y }, { values, size, width, height, pad, ceiling }) {
  const tracks = series.map(({ code }) =>
    [...values.at(code).shown].flatMap((value, i) =>
      Number.isNaN(value) ? [] : [[x(monthOf(values.periods[i])), y(value)]],
    ),
  );
  const placed = [];
  for (const one of targets) {
    const rows = goalRows(one, width - pad.left, size);
    const at = freeHeight({
      rows,
      level: y(one.value),
      tracks,
      taken: [...ends, ...placed],
      size,
      width,
      top: ceiling,
      bottom: height - pad.bottom,
    });
    placed.push({ kind: "goal-name", x: width - 4, anchor: "end", at, rows });
  }
  return placed;
}

function textRows({ kind, x: left, at, anchor, rows }, size) {
  return svg(
    "text",
    { class: kind, x: left, y: at - (rows.length - 1) * (size + 3), "text-anchor": anchor, "font-size": size },
    ...rows.map((row, i) =>
      svg("tspan", { x: left, dy: i ? size + 3 : 0 }, anchor === "start" ? `${row} ` : i ? ` ${row}` : row),
    ),
  );
}

// The base of a target's name: above its diamond or below, as near as no line runs through it and no other name stands.
function freeHeight({ rows, level, tracks, taken, size, width, top, bottom }) {
  const [gap, tall] = [size + 3, (size + 3) * rows.length];
  const left = width - 4 - Math.max(...rows.map((row) => widthOf(row, size))) - 8;
  const crosses = (from, to) =>
    tracks.some((track) =>
      track.some(([x, y], i) => {
        const [x0, y0] = track[i - 1] ?? [x, y];
        return x >= left && Math.max(y, y0) > from - 4 && Math.min(y, y0) < to + 4 && x0 <= width;
      }),
    ) ||
    taken.some((one) => rightOf(one, size) > left && one.at - one.rows.length * gap < to && one.at + size * 0.2 > from);
  const steps = [...Array(12).keys()].flatMap((n) => [
    level - 20 - n * (gap / 2),
    level + 20 + tall - size * 0.2 + n * (gap / 2),
  ]);
  const free = [...steps, top + tall + 1].find(
    (at) => at - tall > top && at < bottom && !crosses(at - tall + size * 0.2, at + size * 0.2),
  );
  return free ?? level - 20;
}

const rightOf = ({ x, anchor, rows }, size) =>
  anchor === "end" ? x : x + Math.max(...rows.map((row) => widthOf(row, size)));

// The explorer's rule, for what stands in several rows, the last of them at its place; and nothing below the floor.
function stacked(list, gap, floor) {
  list.sort((a, b) => a.y - b.y);
  for (let i = 1; i < list.length; i++) list[i].at = Math.max(list[i].at, list[i - 1].at + gap * list[i].rows.length);
  let lowest = floor;
  for (const one of list.toReversed()) {
    one.at = Math.min(one.at, lowest);
    lowest = one.at - gap * one.rows.length;
  }
  return list;
}

// A target's long name in as many rows as keep it off the axis.
function goalRows({ series: plan, text }, room, size) {
  const rows = [];
  for (const word of `${plan}: ${text}`.split(/ (?!%)/)) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length && widthOf(longer, size) <= room - 12) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

// Room for the names after the last figure, of which a target further on already leaves some.
function rightEdge({ values, series, targets, size, width, left }) {
  const room = 24 + Math.max(0, ...series.flatMap((one) => one.said.map((row) => widthOf(row, size))));
  const from = monthOf(values.periods[0]);
  const last = monthOf(values.periods.at(-1));
  const to = Math.max(last, ...targets.map(({ year }) => 12 * year + 11));
  const inner = ((width - left - room) * Math.max(1, to - from)) / Math.max(1, last - from);
  return Math.max(28, width - left - inner);
}

// A line begins with the first figure of any, and in a deck of November none goes on to December.
function spanOf(values, series, last) {
  const firsts = series
    .map(({ code }) => [...(values.at(code)?.shown ?? [])].findIndex(isKnown))
    .filter((first) => first >= 0);
  const [first, end] = [Math.min(last, ...firsts), last + 1];
  const cut = (one) =>
    one ? { ...one, shown: one.shown.slice(first, end), decimals: one.decimals.slice(first, end) } : one;
  return last < 0 ? values : { periods: values.periods.slice(first, end), at: (code) => cut(values.at(code)) };
}

// width, height: in pixels of the stage; size: of its letters. Pointing reads a period off all lines.
export function linesChart({ it, series, milestones = [], targets = [], width, height, size = 28, signal }) {
  const { format, names } = it;
  const values = spanOf(it.values, series, it.indexOf(it.data.period));
  const drawn = series.filter(({ code }) => values.at(code) && [...values.at(code).shown].some(isKnown));
  const root = svg("svg", { class: "lines", viewBox: `0 0 ${width} ${height}`, role: "img" });
  if (!drawn.length) {
    root.setAttribute("aria-hidden", "true");
    return root;
  }
  let places = 0;
  const named = drawn.map((one) => ({
    ...one,
    place: one.role === "chosen" ? places++ : 0,
    said: said(one, { values, names, format, size, width }),
  }));
  const steps = levels({ values, series: named, targets, format });
  const left = Math.max(64, ...steps.map(({ text }) => widthOf(text, size, 400) + 14));
  const pad = {
    left,
    right: rightEdge({ values, series: named, targets, size, width, left }),
    top: milestones.length
      ? 2 * size + 26
      : targets.length
        ? Math.max(...targets.map((one) => goalRows(one, width - left, size).length)) * (size + 3) + 13
        : 16,
    bottom: size + 22,
  };
  // Decrees stand at the head; where there are none, it is the targets'.
  const ceiling = milestones.length ? pad.top - size - 3 : -size * 0.2;
  const frame = { values, steps, width, height, pad, ceiling, size, format };
  const scale = scales({ values, targets, steps, width, height, pad });
  const cursor = svg("g", { class: "cursor" });
  const words = endLabels(named, targets, scale, frame);
  root.setAttribute("aria-label", words.map(({ textContent }) => textContent).join("; "));
  root.append(
    ...axes(scale, frame),
    ...decrees(milestones, scale, frame),
    ...[...named].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role)).map((one) => line(one, scale, values)),
    ...goals(targets, scale),
    ...words,
    cursor,
  );

  function read(event) {
    const box = root.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * width;
    const i = values.periods.reduce(
      (best, code, k) =>
        Math.abs(scale.x(monthOf(code)) - at) < Math.abs(scale.x(monthOf(values.periods[best])) - at) ? k : best,
      0,
    );
    const x = scale.x(monthOf(values.periods[i]));
    const known = named
      .filter(({ code }) => !Number.isNaN(values.at(code).shown[i]))
      .map((one) => ({
        ...one,
        y: scale.y(values.at(one.code).shown[i]),
        at: scale.y(values.at(one.code).shown[i]) - 10,
        text: bareAt(values, format, one.code, i),
      }));
    const anchor = x > width / 2 ? "end" : "start";
    const aside = anchor === "end" ? -10 : 10;
    cursor.replaceChildren(
      svg("line", { x1: x, x2: x, y1: pad.top, y2: height - pad.bottom }),
      svg(
        "text",
        { class: "when", x: x + aside, y: height - pad.bottom - 10, "text-anchor": anchor },
        format.period(values.periods[i]),
      ),
      ...spread(known, size).flatMap(({ y, at: place, text, role, place: n }) => [
        svg("circle", { class: `${role} place-${n}`, cx: x, cy: y, r: 8 }),
        svg("text", { class: `value ${role} place-${n}`, x: x + aside, y: place, "text-anchor": anchor }, text),
      ]),
    );
  }
  root.addEventListener("pointermove", read, { signal });
  root.addEventListener("pointerleave", () => cursor.replaceChildren(), { signal });
  return root;
}
