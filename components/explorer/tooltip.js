// What is known of one region in one period: value, counts, status, and its course so far.

import { el, say, svg } from "./dom.js";
import { GAPS, hasFigure, isKnown, printedAt, STATUS, valueAt } from "./values.js";

const WIDTH = 180;
const HEIGHT = 36;

export function statusText(region, period, texts) {
  const status = texts[STATUS[region.status[period]]] ?? "";
  const counts = texts[STATUS[region.countsStatus[period]]];
  if (region.status[period] === "d") return status;
  if (region.status[period] === "r" && region.countsStatus[period] === "s") return texts.pressWithSimulation;
  return counts && counts !== status ? say(texts.statusWithCounts, { status, counts }) : status;
}

export function gapText(region, period, texts) {
  return texts[GAPS[region?.status[period]] ?? "not_held"];
}

function sparkline({ shown, regimes }, period) {
  const points = [...shown].map((value, i) => [i, value]).filter(([, value]) => isKnown(value));
  if (points.length < 2) return null;
  const known = points.map(([, value]) => value);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (i) => 3 + (i * (WIDTH - 6)) / Math.max(1, shown.length - 1);
  const y = (value) => HEIGHT - 4 - ((value - low) / (high - low || 1)) * (HEIGHT - 8);
  const neighbours = points.every(([i], k) => k === 0 || i - points[k - 1][0] === 1);
  const joins = (k) => k > 0 && regimes[points[k][0]] === regimes[points[k - 1][0]];
  const d = points.map(([i, value], k) => `${joins(k) ? "L" : "M"}${x(i)} ${y(value)}`).join("");
  const line = svg("path", { d, class: neighbours ? "" : "gappy" });
  const dot = isKnown(shown[period]) ? svg("circle", { cx: x(period), cy: y(shown[period]), r: 3 }) : null;
  return svg("svg", { class: "sparkline", width: WIDTH, height: HEIGHT, "aria-hidden": "true" }, line, dot);
}

function counts({ texts, format, parts }, { numerator, denominator }, period) {
  const [n, d] = [numerator[period], denominator[period]];
  if (!isKnown(n) || !isKnown(d)) return "";
  const { numerator: what, denominator: whole } = parts;
  return say(texts.counts, { n: format.count(n), d: format.count(d), numerator: what, denominator: whole });
}

function regimeText({ values, texts, regimes }, region, period) {
  const key = values.regimeKeys[region.regimes[period]];
  return key ? say(texts.regime, { regime: regimes[key] }) : "";
}

function sourceText({ values, texts }, region, period) {
  const publisher = values.publishers[region.source[period]];
  return publisher ? say(texts.source, { sources: publisher }) : "";
}

function content(it, code, period) {
  const { values, names, texts, format, stated, checked } = it;
  const region = values.at(code);
  const paragraph = (kind, text) => (text ? el("p", { class: kind }, text) : null);
  const when = el("span", {}, format.period(values.periods[period]));
  const heading = el("p", { class: "heading" }, el("b", {}, names.get(code)), when);
  if (!hasFigure(values, code, period))
    return [heading, paragraph("figure gap", gapText(region, period, texts)), region && sparkline(region, period)];
  const printed = printedAt(values, code, period);
  return [
    heading,
    paragraph("figure", valueAt(values, format, code, period)),
    paragraph("stated", stated(code, period)),
    paragraph("", counts(it, region, period)),
    paragraph("", regimeText(it, region, period)),
    paragraph("warning", printed && say(texts.printed, { value: format.printed(printed) })),
    paragraph("warning", checked(code, period)),
    paragraph("status", statusText(region, period, texts)),
    paragraph("status", sourceText(it, region, period)),
    sparkline(region, period),
  ];
}

export function tooltip(it) {
  const root = el("div", { class: "tooltip", role: "status", hidden: true });
  return {
    root,
    show(code, period, [x, y], frame) {
      root.replaceChildren(...content(it, code, period).filter(Boolean));
      root.hidden = false;
      const { offsetWidth: width, offsetHeight: height } = root;
      const left = x + 16 + width > frame.width ? x - width - 12 : x + 16;
      const top = Math.min(Math.max(4, y - height / 2), Math.max(4, frame.height - height - 4));
      root.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`;
    },
    hide() {
      root.hidden = true;
    },
  };
}
