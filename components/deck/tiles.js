// While names are hidden a map would tell them by its shapes: the same classes as tiles, one for each region's number.

import { el } from "../explorer/dom.js";
import { legend } from "../explorer/legend.js";
import { GAP_CLASS, hasFigure } from "../explorer/values.js";

const MANY = 60; // tiles beyond this bear no text

export function tiles({ it, names }) {
  const { data, codes, format, texts, values } = it;
  const key = legend({
    classification: data.classification,
    format,
    texts,
    unitName: data.unitName,
  });
  const colours = data.colours.light;
  const order = [...codes].sort((a, b) => names.name(a).localeCompare(names.name(b), undefined, { numeric: true }));
  const made = order.map((code) => {
    const value = el("b", {});
    const name = codes.length > MANY ? null : el("span", {}, names.name(code));
    return { code, value, root: el("li", { "data-region": names.name(code) }, name, value) };
  });
  const root = el("ol", { class: "stage tiles" }, ...made.map((one) => one.root));
  key.draw(colours);

  function show(i) {
    const row = it.rows[i];
    for (const one of made) {
      const place = row[codes.indexOf(one.code)];
      one.value.textContent = hasFigure(values, one.code, i) ? format.bare(values.at(one.code).shown[i]) : "–";
      one.root.style.setProperty(
        "--class",
        colours.classes[place] ?? (place === GAP_CLASS.x ? colours.notApplicable : "transparent"),
      );
    }
    key.count(row);
  }

  return { root, legend: key.root, show, resize() {}, select() {} };
}
