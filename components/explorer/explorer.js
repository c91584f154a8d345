// The living map: builds its parts, lays them out, and tells them what to do (actions.js).

import * as act from "./actions.js";
import { caption } from "./caption.js";
import { context } from "./context.js";
import { boxOn, el, say } from "./dom.js";
import { fineOutlines } from "./fine.js";
import { keyboard } from "./keyboard.js";
import { labels } from "./labels.js";
import { legend } from "./legend.js";
import { linked } from "./linked.js";
import { regionMap } from "./map.js";
import { savePng, saveSvg } from "./picture.js";
import { pointing } from "./pointer.js";
import { ranking } from "./ranking.js";
import { shapes } from "./shapes.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { saveTools, zoomTools } from "./tools.js";
import { tooltip } from "./tooltip.js";
import { trend } from "./trend.js";
import { viewport } from "./viewport.js";

// A map so much wider than high takes the whole width, or has the trend below it.
const WIDE = 1.9;
// Up to so many regions are listed in full; of more so many at each end: where the trend is below the map, below the
// list, and where the list is two lines of text.
const WHOLE = 20;
const EACH = { wide: 10, tall: 5, brief: 4 };

export function mount(root, data, send, [geometry, wire]) {
  const it = context(data, { geometry, wire });
  const abort = new AbortController();
  const parts = { send };
  buildMap(it, parts, abort.signal);
  buildPanels(it, parts, abort.signal);
  buildControls(it, parts, abort.signal);
  if (it.has("linked")) parts.link = linked(it, parts, abort.signal);
  it.frame = layOut(it, parts);
  root.append(it.frame);
  watchSize(it, parts, abort.signal);
  parts.pad.hold(it.region ?? it.codes[0]);
  act.recolour(it, parts);
  act.mark(it, parts, it.region);
  return {
    update(next) {
      act.choose(it, parts, next);
      act.recolour(it, parts);
    },
    destroy: () => abort.abort(),
  };
}

// The map itself, with all that lies on it.
function buildMap(it, parts, signal) {
  const { data, geometry, boxes } = it;
  parts.map = regionMap({ ...it, title: data.title });
  const { root, byCode } = parts.map;
  const taken = () => [boxOn(root, parts.zooms)];
  parts.labels = labels({ ...it, step: geometry.step, frames: geometry.frames ?? [], paths: byCode, taken });
  root.append(parts.labels.root);
  parts.fine = fineOutlines({ address: data.fine, geometry, boxes, map: parts.map });
  parts.tip = tooltip(it);
  const area = data.references[0]?.code ?? "ID";
  const mark = data.ratio ? { code: area, name: it.names.get(area) } : null;
  parts.legend = legend({ ...data, ...it, asRamp: true, mark });
  parts.view = viewport({
    svg: root,
    box: geometry.box,
    signal,
    onMove: (to) => {
      act.move(parts, to);
      parts.link?.move(to);
    },
    onSettle: (to, zoom) => act.settle(it, parts, to, zoom),
  });
  parts.shapes = shapes({
    it,
    map: parts.map,
    signal,
    onChoose: (kind) => act.chooseShapes(it, parts, kind),
    onLeave: () => act.leaveShapes(parts),
    onDone: () => act.takeShapes(it, parts),
  });
  root.append(parts.shapes.names.root);
  parts.zooms = zoomTools(it, parts.view, signal);
  const simulated = data.simulated ? { "data-mark": it.texts.simulatedMark } : {};
  parts.stage = el("div", { class: "stage", ...simulated }, root, parts.zooms, parts.tip.root);
}

// What tells of the same figures beside the map.
function buildPanels(it, parts, signal) {
  const { data, texts } = it;
  parts.caption = caption(it);
  parts.counts = el("p", { class: "counts" });
  parts.sources = el("p", { class: "source" });
  parts.table = table(it);
  const shape = isBrief(it) ? "brief" : isWide(it) || !it.has("trend") ? "wide" : "tall";
  parts.lists = ranking({
    ...it,
    each: EACH[shape],
    whole: shape === "brief" ? 0 : WHOLE,
    area: data.area,
    ofChanges: data.ofChanges,
    // A bar has the colour of its region on the map; of counts, that of the bubbles.
    colourOf: (code, i) => (it.bubbles ? it.colours?.bubble : it.colours?.classes[it.rows[i][it.codes.indexOf(code)]]),
    onHover: (code) => act.hover(it, parts, code),
    onSelect: (code) => act.select(it, parts, code),
    signal,
  });
  const since = say(texts.since, { period: it.format.period(it.values.periods[0] ?? "") });
  parts.trend = trend({
    ...it,
    title: data.simulated ? `${since} – ${texts.simulatedMark}` : since,
    onPick: (i) => act.pickPeriod(it, parts, i),
    signal,
  });
}

// What a visitor moves the map with.
function buildControls(it, parts, signal) {
  const { values } = it;
  const { map, view, stage } = parts;
  parts.slider = timeline({
    ...it,
    periods: values.stops.map((i) => values.periods[i]),
    index: values.stops.indexOf(it.period),
    onPreview: (stop) => act.preview(it, parts, values.stops[stop]),
    onRest: (code) => act.rest(it, parts, code),
    signal,
  });
  // Found by the search of the bar: a region that is on this map is gone to at once.
  const take = (event) => {
    if (act.find(it, parts, event.detail.code)) event.preventDefault();
  };
  if (it.data.takesFound) window.addEventListener("cakupan:found", take, { signal });
  const onSelect = (code) => act.select(it, parts, code);
  const onFocus = (code) => act.focusOn(it, parts, code);
  parts.pad = keyboard({ map, points: it.points, view, onFocus, onSelect, signal });
  const save = (write) => () => act.save(it, parts, write);
  const fullScreen = () => act.fullScreen(it);
  parts.saves = saveTools(it, { svg: save(saveSvg), png: save(savePng), fullScreen }, signal);
  pointing({
    map,
    stage,
    signal,
    onHover: (code) => {
      act.hover(it, parts, code);
      parts.link?.hover(code);
    },
    onRead: (code, at) => act.read(it, parts, code, at),
    onClick: (code, at) => act.click(it, parts, code, at),
    onClose: (code) => act.closeUp(parts, code),
  });
}

const isWide = ({ geometry: { box } }) => box[2] > WIDE * box[3];
// Below a wide map alone two lines of text are room enough for both ends.
const isBrief = (it) => isWide(it) && !it.has("trend");

function layOut(it, parts) {
  const { data, has, texts } = it;
  const simulated = data.simulated ? el("p", { class: "simulated" }, texts.simulatedMark) : null;
  const [, , width, height] = it.geometry.box;
  const kinds = ["widget explorer", isWide(it) && "wide", isBrief(it) && "brief"].filter(Boolean);
  const panels = ["lists", "trend"].filter(has).map((part) => `with-${part}`);
  // Above a map that has the page for itself; beside its files where the first screen has much to show.
  const above = has("trend") ? null : parts.shapes.root && el("div", { class: "bar-top" }, parts.shapes.root);
  return el(
    "div",
    { class: kinds.join(" "), style: `--height:${data.height}px;--shape:${(width / height).toFixed(3)}` },
    el("h2", { class: "title" }, data.title),
    above,
    el(
      "div",
      { class: ["body", ...panels].join(" ") },
      parts.stage,
      el("div", { class: "under" }, parts.legend.root, has("still") ? null : parts.slider.root),
      has("lists") ? parts.lists.root : null,
      has("trend") ? parts.trend.root : null,
      el("div", { class: "notes" }, parts.shapes.note, parts.counts, parts.sources),
    ),
    el("div", { class: "bar-end" }, above ? null : parts.shapes.root, simulated, parts.saves),
    parts.table.root,
  );
}

function watchSize(it, parts, signal) {
  const watcher = new ResizeObserver(() => {
    const { width, height } = parts.map.root.getBoundingClientRect();
    parts.view.resize(width, height);
    if (it.has("trend")) parts.trend.draw();
  });
  for (const part of [parts.stage, parts.map.root, parts.trend.root]) watcher.observe(part);
  signal.addEventListener("abort", () => watcher.disconnect());
}
