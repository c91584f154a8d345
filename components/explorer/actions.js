// What is done on the map, and what follows from it in its parts: all of them move to one period and one region.

import { around, trendLines } from "./context.js";
import { isDark } from "./lightness.js";
import { letters, picture } from "./picture.js";
import { dressPicture } from "./shape_picture.js";

const LABELS_FROM = 60; // with more regions than this, names show only once zoomed in
const LABEL_ZOOM = 4;
// The part of the window that a circle or a tile takes that is looked at closely: there is no more to see in it.
const CLOSE = 0.12;

// Everything that depends on the period.
export function show(it, parts, i) {
  it.period = i;
  parts.map.paint(it.rows[i]);
  parts.map.grow((code) => it.values.at(code)?.shown[i] ?? NaN);
  parts.labels.show(i);
  parts.shapes.names.show();
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
  if (it.sentShapes == null || it.sentShapes === next.shapes) {
    it.sentShapes = null;
    parts.shapes.use(next.shapes);
  }
}

export function chooseShapes(it, parts, kind) {
  it.sentShapes = kind;
  parts.send({ shapes: kind });
}

// The names wait until the new shapes stand.
export function leaveShapes(parts) {
  parts.fine.clear();
  parts.labels.clear();
}

export function takeShapes(it, parts) {
  parts.view.settle();
  if (it.reading) stopReading(it, parts);
}

export function closeUp(parts, code) {
  const { x, y, width, height } = parts.map.byCode.get(code).getBBox();
  parts.view.show([x, y, width, height], parts.shapes.kind() ? CLOSE : undefined);
}

// A region that was searched for, or a province among its regencies; false for what lies on another map.
export function find(it, parts, code) {
  if (!parts.map.byCode.has(code)) return findProvince(it, parts, code);
  closeUp(parts, code);
  if (code !== it.region) select(it, parts, code);
  return true;
}

function findProvince(it, parts, code) {
  const inside = it.codes.filter((one) => one.startsWith(`${code}.`));
  if (!inside.length) return false;
  if (inside.length === it.codes.length) parts.view.reset();
  else parts.view.show(around(inside.map((one) => it.boxes.get(one))), 1);
  return true;
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
  readAt(it, parts, code);
}

// What is pointed at on the map beside.
export function pointAt(it, parts, code) {
  parts.map.outline("hover", code);
  readAt(it, parts, code);
}

function readAt(it, parts, code) {
  if (!code) return stopReading(it, parts);
  const [px, py] = it.points.get(code);
  const { x, y, scale } = parts.view.view();
  const unit = scale / it.geometry.step;
  read(it, parts, code, [x + px * unit, y + py * unit]);
}

export function move(parts, to) {
  parts.map.place(to);
  parts.labels.hide(true);
  parts.shapes.names.hide(true);
}

export function settle(it, parts, to, zoom) {
  const size = parts.map.root.getBoundingClientRect();
  parts.map.settle(to);
  if (!parts.shapes.kind()) parts.fine.settle(to, zoom, size);
  parts.labels.hide(false);
  parts.shapes.names.hide(false);
  parts.shapes.settle(to, size);
  const some = (it.codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM) && !parts.shapes.isTiles();
  if (some) parts.labels.place(to, size);
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
    labels: it.codes.length <= LABELS_FROM && !parts.shapes.isTiles() ? parts.labels : null,
    words,
    face,
  });
  write(
    dressPicture(drawing, { shapes: parts.shapes, frame: it.frame, data: it.data }),
    `${it.data.slug}-${it.values.periods[it.period].toLowerCase()}`,
  );
}

export function recolour(it, parts) {
  const dark = isDark(getComputedStyle(it.frame).getPropertyValue("--ground"));
  it.frame.classList.toggle("dark", dark);
  it.colours = it.data.colours[dark ? "dark" : "light"];
  parts.legend.draw(it.colours);
  parts.map.setColours(it.colours);
  show(it, parts, it.period);
}
