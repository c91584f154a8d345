// The living map: puts its parts together and moves them all to one period and one region.

import { caption } from "./caption.js";
import { el, icon, say } from "./dom.js";
import { formatter } from "./format.js";
import { keyboard } from "./keyboard.js";
import { labels } from "./labels.js";
import { legend } from "./legend.js";
import { regionMap } from "./map.js";
import { picture, savePng, saveSvg } from "./picture.js";
import { ranking } from "./ranking.js";
import { search } from "./search.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { gapText, tooltip } from "./tooltip.js";
import { trend } from "./trend.js";
import { classRows, decode, GAP_CLASS } from "./values.js";
import { viewport } from "./viewport.js";

const LABELS_FROM = 60; // with more regions than this, names show only once zoomed in
const LABEL_ZOOM = 4;
const HOME = "M8 2l6 5v7h-4v-4H6v4H2V7z";
const FULL = "M2 2h4v2H4v2H2zM10 2h4v4h-2V4h-2zM2 10h2v2h2v2H2zM12 10h2v4h-4v-2h2z";

function tools(texts, actions, signal) {
  const button = (label, sign, act) => {
    const node = el("button", { type: "button", "aria-label": label, title: label }, sign.startsWith("M") ? icon(sign) : sign);
    node.addEventListener("click", act, { signal });
    return node;
  };
  const zooms = el("div", { class: "tools zooms" }, button(texts.zoomIn, "+", actions.zoomIn), button(texts.zoomOut, "−", actions.zoomOut), button(texts.reset, HOME, actions.reset));
  const saves = el("div", { class: "tools saves" }, button(texts.downloadSvg, "SVG", actions.svg), button(texts.downloadPng, "PNG", actions.png), button(texts.fullScreen, FULL, actions.fullScreen));
  return { zooms, saves };
}

export function mount(root, data, send, { geometry, wire, css }) {
  const { texts } = data;
  const abort = new AbortController();
  const { signal } = abort;
  const codes = Object.keys(geometry.paths);
  const names = new Map(Object.entries({ ...geometry.names, ...data.names }));
  const values = decode(wire, data.format.decimals);
  const format = formatter({ ...data.format, texts });
  const rows = classRows(values, codes, data.classification.breaks);
  const has = (part) => data.layout.includes(part) && (part !== "trend" || values.periods.length > 1);
  const points = new Map(Object.entries(geometry.points));
  let period = indexOf(data.period);
  let region = data.region;
  let sent = null;
  let colours = null;
  let hovered = null;

  function indexOf(code) {
    const i = values.periods.indexOf(code);
    return i < 0 ? values.periods.length - 1 : i;
  }

  function label(code) {
    const one = values.at(code);
    const known = one && !Number.isNaN(one.shown[period]);
    const printed = one?.printed[values.periods[period]];
    const value = known ? format.value(one.shown[period]) : gapText(one, period, texts);
    return `${names.get(code)}: ${value}, ${format.period(values.periods[period])}` + (known && printed !== undefined ? `, ${say(texts.printed, { value: printed })}` : "");
  }

  const map = regionMap({ geometry, codes, label, title: data.title });
  const mapLabels = labels({ points, step: geometry.step, names, values, format });
  map.root.append(mapLabels.root);
  const tip = tooltip({ values, names, texts, format, parts: data.parts });
  const keys = legend({ classification: data.classification, decimals: data.format.decimals, format, texts, unitName: data.unitName });
  const lists = ranking({ values, names, texts, format, better: data.better, onHover: hover, onSelect: select, signal });
  const notes = caption({ values, codes, format, texts });
  const line = trend({ values, names, format, texts, title: data.trendTitle, onPick: pickPeriod, signal });
  const twin = table({ values, names, codes, format, texts, better: data.better, parts: data.parts });
  const slider = timeline({ periods: values.periods, index: period, format, texts, onPreview: preview, onRest: rest, signal });
  const finder = search({ names: new Map(codes.map((code) => [code, names.get(code)])), texts, onFound: find, signal });
  const view = viewport({ svg: map.root, box: geometry.box, signal, onMove: move, onSettle: settle });
  const pad = keyboard({ map, points, view, onFocus: focusOn, onSelect: select, signal });
  const buttons = tools(texts, { zoomIn: () => view.zoomAt(1.6), zoomOut: () => view.zoomAt(1 / 1.6), reset: view.reset, svg: () => save(saveSvg), png: () => save(savePng), fullScreen }, signal);

  const stage = el("div", { class: "stage" }, map.root, buttons.zooms, keys.root, tip.root);
  const counts = el("p", { class: "counts" });
  const sources = el("p", { class: "source" });
  const banner = data.simulated ? el("p", { class: "simulated" }, texts.simulatedMark) : null;
  const frame = el("div", { class: "explorer", style: `--height:${data.height}px` },
    el("style", {}, css),
    el("div", { class: "bar-top" }, finder.root, banner, buttons.saves),
    el("div", { class: has("lists") ? "body with-lists" : "body" }, el("div", { class: "left" }, stage, slider.root), has("lists") ? lists.root : null),
    el("div", { class: "notes" }, counts, sources),
    has("trend") ? line.root : null,
    twin.root);
  root.append(frame);

  function show(i) {
    period = i;
    map.paint(rows[i]);
    mapLabels.show(i);
    keys.count(rows[i]);
    if (has("lists")) { lists.show(i, codes); lists.select(region); }
    if (has("trend")) line.show(i);
    twin.show(i);
    counts.textContent = notes.counts(i);
    sources.textContent = notes.sources(i);
  }

  function preview(i) {
    if (i !== period) show(i);
    const away = values.periods[i] === data.period ? null : format.period(values.periods[i]);
    window.dispatchEvent(new CustomEvent("cakupan:preview", { detail: { period: away } }));
  }

  function rest(code) {
    sent = code;
    send({ period: code });
  }

  function pickPeriod(i) {
    if (!slider.set(i)) return;
    preview(i);
    rest(values.periods[i]);
  }

  function select(code) {
    mark(code === region ? null : code);
    send({ region });
  }

  function mark(code) {
    region = code;
    map.outline("selected", code);
    lists.select(code);
    keepTrend();
  }

  function find(code) {
    view.show(frameOf(code));
    if (code !== region) select(code);
  }

  function frameOf(code) {
    const { x, y, width, height } = map.byCode.get(code).getBBox();
    return [x, y, width, height];
  }

  function hover(code) {
    hovered = code;
    map.outline("hover", code);
    if (!code) tip.hide();
  }

  function focusOn(code) {
    map.outline("focused", code);
    if (!code) return tip.hide();
    const [lon, lat] = points.get(code);
    const { x, y, scale } = view.view();
    tip.show(code, period, [x + (lon / geometry.step) * scale, y + (lat / geometry.step) * scale], stage.getBoundingClientRect());
  }

  function move(to) {
    map.place(to);
    mapLabels.hide(true);
  }

  function settle(to, zoom) {
    map.settle(to);
    mapLabels.hide(false);
    const some = codes.length <= LABELS_FROM || zoom >= LABEL_ZOOM;
    if (some) mapLabels.place(to, map.root.getBoundingClientRect());
    else mapLabels.root.replaceChildren();
  }

  function keepTrend() {
    if (!has("trend")) return;
    const chosen = region ? [{ code: region, role: "chosen" }] : [];
    line.set([...chosen, ...data.references]);
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else frame.requestFullscreen();
  }

  function save(write) {
    const style = getComputedStyle(frame);
    const read = (name) => style.getPropertyValue(name).trim();
    const ink = { ground: read("--ground"), text: read("--ink"), soft: read("--soft"), line: read("--line"), hatch: read("--hatch"), warning: read("--warning") };
    const patterns = map.root.querySelectorAll("pattern");
    const gapFills = { [GAP_CLASS.n]: `url(#${patterns[0].id})`, [GAP_CLASS.p]: `url(#${patterns[1].id})`, [GAP_CLASS.x]: colours.notApplicable };
    const today = new Date().toLocaleDateString(data.format.locale, { day: "numeric", month: "long", year: "numeric" });
    const words = { title: data.title, subtitle: format.period(values.periods[period]), source: sources.textContent, note: `${counts.textContent} · ${texts.indicative} · ${say(texts.made, { date: today })}`, simulated: data.simulated ? texts.simulatedMark : "" };
    const drawing = picture({ map, box: geometry.box, legend: keys, words, ink, unit: data.unitName, fillOf: (key) => gapFills[key] ?? colours.classes[key] });
    write(drawing, `cakupan-${data.slug}-${values.periods[period]}`);
  }

  function recolour() {
    const dark = isDark(getComputedStyle(frame).getPropertyValue("--ground"));
    frame.classList.toggle("dark", dark);
    colours = data.colours[dark ? "dark" : "light"];
    keys.draw(colours);
    map.setColours(colours);
    show(period);
  }

  map.root.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const code = event.target.dataset?.region ?? null;
    if (code !== hovered) hover(code);
    const box = stage.getBoundingClientRect();
    if (code) tip.show(code, period, [event.clientX - box.left, event.clientY - box.top], box);
  }, { signal });
  map.root.addEventListener("pointerleave", () => hover(null), { signal });
  map.root.addEventListener("click", (event) => {
    const code = event.target.dataset?.region;
    if (!code || view.wasDragged()) return;
    const box = stage.getBoundingClientRect();
    select(code);
    tip.show(code, period, [event.clientX - box.left, event.clientY - box.top], box);
  }, { signal });
  map.root.addEventListener("dblclick", (event) => {
    const code = event.target.dataset?.region;
    if (code) view.show(frameOf(code));
  }, { signal });
  const watcher = new ResizeObserver(() => {
    const { width, height } = map.root.getBoundingClientRect();
    view.resize(width, height);
    if (has("trend")) line.draw();
  });
  watcher.observe(stage);
  signal.addEventListener("abort", () => watcher.disconnect());

  pad.hold(region ?? codes[0]);
  recolour();
  mark(region);

  return {
    recolour,
    // Only the choice changed: move, and keep zoom and focus.
    choose(next) {
      const late = sent !== null && next.period !== sent;
      sent = late ? sent : null;
      data.period = next.period;
      if (!late && slider.set(indexOf(next.period))) preview(indexOf(next.period));
      if (next.region !== region) mark(next.region);
    },
    destroy() {
      abort.abort();
      frame.remove();
    },
  };
}

// By the ground's own lightness: the theme's name is not told to components.
export function isDark(colour) {
  const probe = colour.match(/^#(..)(..)(..)$/);
  const [r, g, b] = probe ? probe.slice(1).map((hex) => parseInt(hex, 16)) : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
