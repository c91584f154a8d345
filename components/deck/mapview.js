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

// small: a map that only says where; it takes no clicks and bears no labels.
export function mapView({ it, unit, signal, small = false, onSelect, onOpen }) {
  const { data, texts, codes, format, points, values } = it;
  const map = regionMap({
    geometry: it.geometry,
    codes,
    label: it.label,
    title: data.title,
    bubbles: it.bubbles && { ...it.bubbles, radius: small ? SMALL_BUBBLE : BUBBLE },
  });
  const marks = labels({
    points,
    step: it.geometry.step,
    names: it.names,
    values,
    format,
    size: () => LABEL_SIZE * unit(),
    beside: true,
    frames: it.geometry.frames,
    taken: () => [...stage.querySelectorAll(".tools")].map((part) => boxOn(map.root, part)),
  });
  const key = legend({
    classification: data.classification,
    format,
    texts,
    unitName: data.unitName,
    frameTitle: data.frameTitle,
    radius: BUBBLE,
  });
  const tip = tooltip(it);
  const view = viewport({
    svg: map.root,
    box: it.geometry.box,
    signal,
    onMove(to) {
      map.place(to);
      marks.hide(true);
    },
    onSettle: settle,
  });
  const stage = el("div", { class: small ? "stage small" : "stage" }, map.root);
  let period = it.period;

  function settle(to, zoom) {
    map.settle(to);
    marks.hide(false);
    if (small) return;
    const some = codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM;
    if (some) marks.place(to, map.root.getBoundingClientRect());
    else marks.clear();
  }

  function read(code, at) {
    tip.show(code, period, at, stage.getBoundingClientRect());
  }

  if (!small) {
    map.root.append(marks.root);
    stage.append(zoomTools(it, view, signal), tip.root);
    pointing({
      map,
      stage,
      signal,
      onHover(code) {
        map.outline("hover", code);
        if (!code) tip.hide();
      },
      onRead: read,
      onClick(code, at) {
        if (!view.wasDragged()) {
          onSelect(code);
          read(code, at);
        }
      },
      onClose: onOpen,
    });
  }
  key.draw(data.colours.light);
  map.setColours(data.colours.light);

  function show(i) {
    period = i;
    map.paint(it.rows[i]);
    map.grow((code) => values.at(code)?.shown[i] ?? NaN);
    marks.show(i);
    key.count(it.rows[i]);
  }

  function resize() {
    const { width, height } = map.root.getBoundingClientRect();
    view.resize(width, height);
  }

  // A region of the whole country is shown among its province: alone it would be a speck.
  function near(code) {
    if (codes.length <= LABELS_FROM) return;
    view.show(
      around(codes.filter((other) => other.slice(0, 2) === code.slice(0, 2)).map((other) => it.boxes.get(other))),
      1,
    );
  }

  return {
    root: stage,
    near,
    legend: key.root,
    show,
    resize,
    select: (code) => map.outline("selected", code),
    zoomAt: view.zoomAt,
  };
}
