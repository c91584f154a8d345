// What is done on the map, and what follows from it in its parts: all of them move to one period and one region.

import { around, trendLines } from "./context.js";
import { letters, picture } from "./picture.js";

const LABELS_FROM = 60; // with more regions than this, names show only once zoomed in
const LABEL_ZOOM = 4;

// Everything that depends on the period.
export function show(it, parts, i) {
  it.period = i;
  parts.map.paint(it.rows[i]);
  parts.map.grow((code) => it.values.at(code)?.shown[i] ?? NaN);
  parts.labels.show(i);
  parts.legend.count(it.rows[i], i);
  if (it.has("lists")) {
    parts.lists.show(i, it.codes);
    parts.lists.select(it.region);
  }
  if (it.has("trend")) parts.trend.show(i);
  parts.table.show(i);
  if (it.reading) read(it, parts, it.reading.code, it.reading.at);
  parts.counts.textContent = parts.caption.counts(i);
  parts.sources.textContent = parts.caption.sources(i);
}

export function preview(it, parts, i) {
  if (i !== it.period) show(it, parts, i);
  const code = it.values.periods[i];
  const period = code === it.data.period ? null : it.format.period(code);
  window.dispatchEvent(new CustomEvent("cakupan:preview", { detail: { period } }));
}

export function rest(it, parts, code) {
  it.sent = code;
  parts.send({ period: code });
}

export function pickPeriod(it, parts, i) {
  if (!parts.slider.set(it.values.stops.indexOf(i))) return;
  preview(it, parts, i);
  rest(it, parts, it.values.periods[i]);
}

export function select(it, parts, code) {
  mark(it, parts, code === it.region ? null : code);
  parts.send({ region: it.region });
}

export function mark(it, parts, code) {
  it.region = code;
  parts.map.outline("selected", code);
  parts.lists.select(code);
  if (!it.has("trend")) return;
  parts.trend.set(trendLines(it, code));
}

// Python's word: only the choice changed, so zoom and focus stay. An answer to an older move is let pass.
export function choose(it, parts, next) {
  const late = it.sent != null && next.period !== it.sent;
  if (!late) it.sent = null;
  it.data.period = next.period;
  const i = it.indexOf(next.period);
  if (!late && parts.slider.set(it.values.stops.indexOf(i))) preview(it, parts, i);
  if (next.region !== it.region) mark(it, parts, next.region);
}

export function closeUp(parts, code) {
  const { x, y, width, height } = parts.map.byCode.get(code).getBBox();
  parts.view.show([x, y, width, height]);
}

export function find(it, parts, code) {
  if (!parts.map.byCode.has(code)) return leaveFor(it, parts, code);
  closeUp(parts, code);
  if (code !== it.region) select(it, parts, code);
}

// What is no region of this map: a province among its regencies comes closer, all else lies on another map.
function leaveFor(it, parts, code) {
  const inside = it.codes.filter((one) => one.startsWith(`${code}.`));
  if (inside.length === it.codes.length) parts.view.reset();
  else if (inside.length) parts.view.show(around(inside.map((one) => it.boxes.get(one))), 1);
  else parts.send({ area: code.slice(0, 2), level: "regency", region: code.length > 2 ? code : null });
}

export function hover(it, parts, code) {
  parts.map.outline("hover", code);
  if (!code) stopReading(it, parts);
}

function stopReading(it, parts) {
  it.reading = null;
  parts.tip.hide();
}

export function read(it, parts, code, at) {
  it.reading = { code, at };
  parts.tip.show(code, it.period, at, parts.stage.getBoundingClientRect());
}

export function click(it, parts, code, at) {
  if (parts.view.wasDragged()) return;
  select(it, parts, code);
  read(it, parts, code, at);
}

export function focusOn(it, parts, code) {
  parts.map.outline("focused", code);
  if (!code) return stopReading(it, parts);
  const [px, py] = it.points.get(code);
  const { x, y, scale } = parts.view.view();
  const unit = scale / it.geometry.step;
  read(it, parts, code, [x + px * unit, y + py * unit]);
}

export function move(parts, to) {
  parts.map.place(to);
  parts.labels.hide(true);
}

export function settle(it, parts, to, zoom) {
  parts.map.settle(to);
  parts.fine.settle(to, zoom, parts.map.root.getBoundingClientRect());
  parts.labels.hide(false);
  const some = it.codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM;
  if (some) parts.labels.place(to, parts.map.root.getBoundingClientRect());
  else parts.labels.root.replaceChildren();
}

export function fullScreen({ frame }) {
  if (document.fullscreenElement) document.exitFullscreen();
  else frame.requestFullscreen();
}

export async function save(it, parts, write) {
  const words = {
    period: it.format.period(it.values.periods[it.period]),
    source: parts.sources.textContent,
    counts: parts.counts.textContent,
  };
  const face = await letters(it.data.letters);
  const drawing = picture({
    it,
    map: parts.map,
    legend: parts.legend,
    labels: it.codes.length <= LABELS_FROM ? parts.labels : null,
    words,
    face,
  });
  write(drawing, `${it.data.slug}-${it.values.periods[it.period].toLowerCase()}`);
}

export function recolour(it, parts) {
  const dark = isDark(getComputedStyle(it.frame).getPropertyValue("--ground"));
  it.frame.classList.toggle("dark", dark);
  it.colours = it.data.colours[dark ? "dark" : "light"];
  parts.legend.draw(it.colours);
  parts.map.setColours(it.colours);
  show(it, parts, it.period);
}

// By the ground's own lightness: the theme's name is not told to components.
export function isDark(colour) {
  const hex = colour.trim().match(/^#(..)(..)(..)$/);
  const [r, g, b] = hex
    ? hex.slice(1).map((part) => parseInt(part, 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
