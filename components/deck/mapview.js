// The living map on a slide: the explorer's own map, legend, tooltip and viewport, at the size of a wall.

import { around } from "../explorer/context.js";
import { boxOn, el } from "../explorer/dom.js";
import { labels } from "../explorer/labels.js";
import { legend } from "../explorer/legend.js";
import { regionMap } from "../explorer/map.js";
import { pointing } from "../explorer/pointer.js";
import { zoomTools } from "../explorer/tools.js";
import { tooltip } from "../explorer/tooltip.js";
import { viewport } from "../explorer/viewport.js";

const LABELS_FROM = 60;
const LABEL_ZOOM = 4;
// Labels on a wall, against those on a page.
const LABEL_SIZE = 2.25;
// Pixels of the largest bubble, on a slide and where a map only says where.
const BUBBLE = 36;
const SMALL_BUBBLE = 14;

// The parts of the map and what they tell one another.
function build(given) {
  const { it, unit, signal, small } = given;
  const { data, geometry } = it;
  const radius = small ? SMALL_BUBBLE : BUBBLE;
  const map = regionMap({ ...it, title: data.title, bubbles: it.bubbles && { ...it.bubbles, radius } });
  const stage = el("div", { class: small ? "stage small" : "stage" }, map.root);
  const taken = () => [...stage.querySelectorAll(".tools")].map((part) => boxOn(map.root, part));
  const { points, names, values, format } = it;
  const frames = geometry.frames ?? [];
  const size = () => LABEL_SIZE * unit();
  const marks = labels({
    points,
    step: geometry.step,
    names,
    values,
    format,
    frames,
    size,
    knownOnly: true,
    onLand: true,
    taken,
    paths: map.byCode,
  });
  const key = legend({ ...data, ...it, radius: BUBBLE });
  const parts = { map, stage, marks, key, tip: tooltip(it), period: it.period };
  const onMove = (to) => {
    map.place(to);
    marks.hide(true);
  };
  const onSettle = (to, zoom) => settle(given, parts, to, zoom);
  parts.view = viewport({ svg: map.root, box: geometry.box, signal, onMove, onSettle });
  return parts;
}

function settle({ it, small }, { map, marks }, to, zoom) {
  map.settle(to);
  marks.hide(false);
  if (small) return;
  const some = it.codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM;
  if (some) marks.place(to, map.root.getBoundingClientRect());
  else marks.clear();
}

// What takes clicks, and bears names.
function enliven({ it, signal, onSelect, onOpen }, parts) {
  const { map, stage, view, tip, marks } = parts;
  const onRead = (code, at) => tip.show(code, parts.period, at, stage.getBoundingClientRect());
  map.root.append(marks.root);
  stage.append(zoomTools(it, view, signal), tip.root);
  pointing({
    map,
    stage,
    signal,
    onRead,
    onHover(code) {
      map.outline("hover", code);
      if (!code) tip.hide();
    },
    onClick(code, at) {
      if (view.wasDragged()) return;
      onSelect(code);
      onRead(code, at);
    },
    onClose: onOpen,
  });
}

function show({ it }, parts, i) {
  parts.period = i;
  parts.map.paint(it.rows[i]);
  parts.map.grow((code) => it.values.at(code)?.shown[i] ?? NaN);
  parts.marks.show(i);
  parts.key.count(it.rows[i]);
}

// small: a map that only says where; it takes no clicks and bears no labels.
export function mapView({ small = false, ...rest }) {
  const given = { ...rest, small };
  const { codes, boxes, data } = given.it;
  const parts = build(given);
  const { map, view } = parts;
  if (!small) enliven(given, parts);
  parts.key.draw(data.colours.light);
  map.setColours(data.colours.light);
  return {
    root: parts.stage,
    legend: parts.key.root,
    show: (i) => show(given, parts, i),
    select: (code) => map.outline("selected", code),
    resize() {
      const { width, height } = map.root.getBoundingClientRect();
      view.resize(width, height);
    },
    // A region of the whole country is shown among its province: alone it would be a speck.
    near(code) {
      if (codes.length <= LABELS_FROM) return;
      const inside = codes.filter((other) => other.slice(0, 2) === code.slice(0, 2));
      view.show(around(inside.map((other) => boxes.get(other))), 1);
    },
  };
}
