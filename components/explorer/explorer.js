// The living map: puts its parts together and moves them all to one period and one region.

import { caption } from "./caption.js";
import { around, context, trendLines } from "./context.js";
import { boxOn, el } from "./dom.js";
import { fineOutlines } from "./fine.js";
import { keyboard } from "./keyboard.js";
import { labels } from "./labels.js";
import { legend } from "./legend.js";
import { regionMap } from "./map.js";
import { letters, picture, savePng, saveSvg } from "./picture.js";
import { pointing } from "./pointer.js";
import { ranking } from "./ranking.js";
import { lazyIndex, search } from "./search.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { saveTools, zoomTools } from "./tools.js";
import { tooltip } from "./tooltip.js";
import { trend } from "./trend.js";
import { viewport } from "./viewport.js";

const LABELS_FROM = 60; // with more regions than this, names show only once zoomed in
const LABEL_ZOOM = 4;
// A map so much wider than high takes the whole width; one hardly wider than high has room beside it.
const WIDE = 1.9;
const TALL = 1.15;

export function mount(root, data, send, { geometry, wire, css }) {
  const it = context(data, { geometry, wire });
  const abort = new AbortController();
  const parts = build(it, abort.signal, send);
  const frame = layOut(it, parts, css);
  root.append(frame);
  it.frame = frame;
  watchSize(it, parts, abort.signal);
  parts.pad.hold(it.region ?? it.codes[0]);
  recolour(it, parts);
  mark(it, parts, it.region);
  return {
    recolour: () => recolour(it, parts),
    choose: (next) => choose(it, parts, next),
    destroy() {
      abort.abort();
      frame.remove();
    },
  };
}

function build(it, signal, send) {
  const { data, texts, names, values, format, codes, points } = it;
  const parts = { send };
  parts.map = regionMap({ geometry: it.geometry, codes, label: it.label, title: data.title, bubbles: it.bubbles });
  parts.labels = labels({
    points,
    step: it.geometry.step,
    names,
    values,
    format,
    frames: it.geometry.frames,
    boxes: it.boxes,
    paths: parts.map.byCode,
    taken: () => [parts.legend.root, parts.zooms].map((part) => boxOn(parts.map.root, part)),
  });
  parts.map.root.append(parts.labels.root);
  parts.fine = fineOutlines({ address: data.fine, geometry: it.geometry, boxes: it.boxes, map: parts.map });
  parts.tip = tooltip(it);
  parts.legend = legend({
    classification: data.classification,
    format,
    texts,
    unitName: data.unitName,
    frameTitle: data.frameTitle,
  });
  parts.caption = caption(it);
  parts.table = table(it);
  parts.view = viewport({
    svg: parts.map.root,
    box: it.geometry.box,
    signal,
    onMove: (to) => move(parts, to),
    onSettle: (to, zoom) => settle(it, parts, to, zoom),
  });
  parts.lists = ranking({
    ...it,
    onHover: (code) => hover(it, parts, code),
    onSelect: (code) => select(it, parts, code),
    signal,
  });
  parts.trend = trend({
    ...it,
    title: data.simulated ? `${data.trendTitle} – ${texts.simulatedMark}` : data.trendTitle,
    onPick: (i) => pickPeriod(it, parts, i),
    signal,
  });
  parts.slider = timeline({
    periods: values.stops.map((i) => values.periods[i]),
    index: values.stops.indexOf(it.period),
    format,
    texts,
    onPreview: (stop) => preview(it, parts, values.stops[stop]),
    onRest: (code) => rest(it, parts, code),
    signal,
  });
  parts.search = search({
    index: lazyIndex(data.index),
    isHere: (code) => parts.map.byCode.has(code),
    texts,
    onFound: (code) => find(it, parts, code),
    signal,
  });
  parts.pad = keyboard({
    map: parts.map,
    points,
    view: parts.view,
    onFocus: (code) => focusOn(it, parts, code),
    onSelect: (code) => select(it, parts, code),
    signal,
  });
  parts.zooms = zoomTools(it, parts.view, signal);
  parts.stage = el("div", { class: "stage" }, parts.map.root, parts.zooms, parts.legend.root, parts.tip.root);
  parts.saves = saveTools(
    it,
    { svg: () => save(it, parts, saveSvg), png: () => save(it, parts, savePng), fullScreen: () => fullScreen(it) },
    signal,
  );
  pointing({
    map: parts.map,
    stage: parts.stage,
    signal,
    onHover: (code) => hover(it, parts, code),
    onRead: (code, at) => read(it, parts, code, at),
    onClick: (code, at) => click(it, parts, code, at),
    onClose: (code) => closeUp(parts, code),
  });
  return parts;
}

function layOut(it, parts, css) {
  const { data, has, texts } = it;
  parts.counts = el("p", { class: "counts" });
  parts.sources = el("p", { class: "source" });
  const simulated = data.simulated ? el("p", { class: "simulated" }, texts.simulatedMark) : null;
  const [, , width, height] = it.geometry.box;
  const shape = ["explorer", width > WIDE * height && "wide", width < TALL * height && "tall"]
    .filter(Boolean)
    .join(" ");
  return el(
    "div",
    { class: shape, style: `--height:${data.height}px` },
    el("style", {}, css),
    el("h2", { class: "title" }, data.title),
    el("div", { class: "bar-top" }, parts.search.root, simulated, parts.saves),
    el(
      "div",
      { class: has("lists") ? "body with-lists" : "body" },
      el("div", { class: "left" }, parts.stage, parts.slider.root),
      has("lists") ? parts.lists.root : null,
    ),
    el("div", { class: "notes" }, parts.counts, parts.sources),
    has("trend") ? parts.trend.root : null,
    parts.table.root,
  );
}

function watchSize(it, parts, signal) {
  const watcher = new ResizeObserver(() => {
    const { width, height } = parts.map.root.getBoundingClientRect();
    parts.view.resize(width, height);
    if (it.has("trend")) parts.trend.draw();
  });
  // The map itself as well: a longer legend leaves it less of the stage.
  for (const part of [parts.stage, parts.map.root]) watcher.observe(part);
  signal.addEventListener("abort", () => watcher.disconnect());
}

// Everything that depends on the period.
function show(it, parts, i) {
  it.period = i;
  parts.map.paint(it.rows[i]);
  parts.map.grow((code) => it.values.at(code)?.shown[i] ?? NaN);
  parts.labels.show(i);
  parts.legend.count(it.rows[i]);
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

function preview(it, parts, i) {
  if (i !== it.period) show(it, parts, i);
  const code = it.values.periods[i];
  const period = code === it.data.period ? null : it.format.period(code);
  window.dispatchEvent(new CustomEvent("cakupan:preview", { detail: { period } }));
}

function rest(it, parts, code) {
  it.sent = code;
  parts.send({ period: code });
}

function pickPeriod(it, parts, i) {
  if (!parts.slider.set(it.values.stops.indexOf(i))) return;
  preview(it, parts, i);
  rest(it, parts, it.values.periods[i]);
}

function select(it, parts, code) {
  mark(it, parts, code === it.region ? null : code);
  parts.send({ region: it.region });
}

function mark(it, parts, code) {
  it.region = code;
  parts.map.outline("selected", code);
  parts.lists.select(code);
  if (!it.has("trend")) return;
  parts.trend.set(trendLines(it, code));
}

// Python's word: only the choice changed, so zoom and focus stay. An answer to an older move is let pass.
function choose(it, parts, next) {
  const late = it.sent != null && next.period !== it.sent;
  if (!late) it.sent = null;
  it.data.period = next.period;
  const i = it.indexOf(next.period);
  if (!late && parts.slider.set(it.values.stops.indexOf(i))) preview(it, parts, i);
  if (next.region !== it.region) mark(it, parts, next.region);
}

function closeUp(parts, code) {
  const { x, y, width, height } = parts.map.byCode.get(code).getBBox();
  parts.view.show([x, y, width, height]);
}

function find(it, parts, code) {
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

function hover(it, parts, code) {
  parts.map.outline("hover", code);
  if (!code) stopReading(it, parts);
}

function stopReading(it, parts) {
  it.reading = null;
  parts.tip.hide();
}

function read(it, parts, code, at) {
  it.reading = { code, at };
  parts.tip.show(code, it.period, at, parts.stage.getBoundingClientRect());
}

function click(it, parts, code, at) {
  if (parts.view.wasDragged()) return;
  select(it, parts, code);
  read(it, parts, code, at);
}

function focusOn(it, parts, code) {
  parts.map.outline("focused", code);
  if (!code) return stopReading(it, parts);
  const [px, py] = it.points.get(code);
  const { x, y, scale } = parts.view.view();
  const unit = scale / it.geometry.step;
  read(it, parts, code, [x + px * unit, y + py * unit]);
}

function move(parts, to) {
  parts.map.place(to);
  parts.labels.hide(true);
}

function settle(it, parts, to, zoom) {
  parts.map.settle(to);
  parts.fine.settle(to, zoom, parts.map.root.getBoundingClientRect());
  parts.labels.hide(false);
  const some = it.codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM;
  if (some) parts.labels.place(to, parts.map.root.getBoundingClientRect());
  else parts.labels.root.replaceChildren();
}

function fullScreen({ frame }) {
  if (document.fullscreenElement) document.exitFullscreen();
  else frame.requestFullscreen();
}

async function save(it, parts, write) {
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

function recolour(it, parts) {
  const dark = isDark(getComputedStyle(it.frame).getPropertyValue("--ground"));
  it.frame.classList.toggle("dark", dark);
  it.colours = it.data.colours[dark ? "dark" : "light"];
  parts.legend.draw(it.colours);
  parts.map.setColours(it.colours);
  show(it, parts, it.period);
}

// By the ground's own lightness: the theme's name is not told to components.
function isDark(colour) {
  const hex = colour.trim().match(/^#(..)(..)(..)$/);
  const [r, g, b] = hex
    ? hex.slice(1).map((part) => parseInt(part, 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
