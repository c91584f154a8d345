// What is known of one region in one period: value, counts, status, and its course so far.

import { el, say, svg } from "./dom.js";
import { GAPS, printedAt, STATUS, valueAt } from "./values.js";

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

function sparkline(region, period) {
  const known = [...region.shown].filter((value) => !Number.isNaN(value));
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (i) => 3 + (i * (WIDTH - 6)) / Math.max(1, region.shown.length - 1);
  const y = (value) => HEIGHT - 4 - ((value - low) / (high - low || 1)) * (HEIGHT - 8);
  const points = [...region.shown].map((value, i) => [i, value]).filter(([, value]) => !Number.isNaN(value));
  const neighbours = points.every(([i], k) => k === 0 || i - points[k - 1][0] === 1);
  const line = svg("polyline", {
    points: points.map(([i, value]) => `${x(i)},${y(value)}`).join(" "),
    class: neighbours ? "" : "gappy",
  });
  const now = region.shown[period];
  const dot = Number.isNaN(now) ? null : svg("circle", { cx: x(period), cy: y(now), r: 3 });
  return svg("svg", { class: "sparkline", width: WIDTH, height: HEIGHT, "aria-hidden": "true" }, line, dot);
}

export function tooltip({ values, names, texts, format, parts, stated }) {
  const root = el("div", { class: "tooltip", role: "status", hidden: true });

  function countsLine(region, period) {
    const [n, d] = [region.numerator[period], region.denominator[period]];
    if (Number.isNaN(n) || Number.isNaN(d)) return null;
    return el(
      "p",
      {},
      say(texts.counts, {
        n: format.count(n),
        d: format.count(d),
        numerator: parts.numerator,
        denominator: parts.denominator,
      }),
    );
  }

  function content(code, period) {
    const region = values.at(code);
    const known = region && !Number.isNaN(region.shown[period]);
    const heading = el(
      "p",
      { class: "heading" },
      el("b", {}, names.get(code)),
      el("span", {}, format.period(values.periods[period])),
    );
    const main = el(
      "p",
      { class: known ? "figure" : "figure gap" },
      known ? valueAt(values, format, code, period) : gapText(region, period, texts),
    );
    if (!known) return [heading, main, region && sparkline(region, period)];
    const printed = printedAt(values, code, period);
    const disagrees =
      printed === undefined
        ? null
        : el("p", { class: "warning" }, say(texts.printed, { value: format.printed(printed) }));
    const place = stated(code, period);
    return [
      heading,
      main,
      place ? el("p", { class: "stated" }, place) : null,
      countsLine(region, period),
      disagrees,
      el("p", { class: "status" }, statusText(region, period, texts)),
      sparkline(region, period),
    ];
  }

  function show(code, period, [x, y], frame) {
    root.replaceChildren(...content(code, period).filter(Boolean));
    root.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = root;
    const left = x + 16 + width > frame.width ? x - width - 12 : x + 16;
    root.style.transform = `translate(${Math.max(4, left)}px, ${Math.min(Math.max(4, y - height / 2), Math.max(4, frame.height - height - 4))}px)`;
  }

  return {
    root,
    show,
    hide() {
      root.hidden = true;
    },
  };
}
