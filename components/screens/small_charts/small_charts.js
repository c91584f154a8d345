// A small chart of every region, all on one scale: the region's line over the area's, its name and newest figure above.

import { el, svg } from "../../explorer/dom.js";

const STEPS = 1000;
// How a run is drawn, as the payload numbers it.
const KINDS = ["", " dashed", " alone"];

// The path of a run; a point alone is a line of no length, whose round cap is a dot.
export function pathOf([, ...points]) {
  const at = (i) => `${points[i]} ${STEPS - points[i + 1]}`;
  const places = Array.from({ length: points.length / 2 }, (_one, i) => at(2 * i));
  return `M${places.length > 1 ? places.join("L") : `${places[0]}l0 0`}`;
}

const line = (runs, name) => runs.map((run) => svg("path", { class: `${name}${KINDS[run[0]]}`, d: pathOf(run) }));

function plot(runs, { beside, top }) {
  const grid = [0, STEPS / 2, STEPS].map((y) => svg("path", { class: "grid", d: `M0 ${y}L${STEPS} ${y}` }));
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${STEPS} ${STEPS}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...grid,
    ...line(beside, "beside"),
    ...line(runs, "own"),
  );
  return el("div", { class: "plot" }, drawing, el("span", { class: "level", "aria-hidden": "true" }, top));
}

function chart(one, shared, send) {
  const name = el("div", { class: "name" }, el("span", {}, one.name), el("b", {}, one.text));
  const times = el(
    "div",
    { class: "times", "aria-hidden": "true" },
    el("span", {}, shared.from),
    el("span", {}, shared.to),
  );
  const button = el(
    "button",
    { type: "button", title: one.tip, "aria-label": one.tip, "data-code": one.code },
    name,
    plot(one.runs, shared),
    times,
  );
  button.addEventListener("click", () => send(one.code));
  return el("li", {}, button);
}

export function mount(host, data, send, [, loaded]) {
  const shared = data.given ?? loaded;
  const list = el("ol", {}, ...shared.charts.map((one) => chart(one, shared, send)));
  const mark = data.mark ? el("b", { class: "mark" }, data.mark) : null;
  host.append(el("div", { class: "widget small-charts" }, el("p", { class: "said" }, mark, shared.said), list));
  const update = ({ region }) => {
    for (const button of list.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset.code === region));
  };
  update(data);
  return { update };
}
