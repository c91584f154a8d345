// The distance between the ends, in two numbers and in one picture.

import { el } from "../explorer/dom.js";
import { hasFigure, valueAt } from "../explorer/values.js";
import { strip } from "./beeswarm.js";
import { figure } from "./figures.js";

export function references({ it }, period) {
  const known = it.data.ratio ? it.data.references.filter(({ code }) => hasFigure(it.values, code, period)) : [];
  return known.map(({ code, role }) => ({
    role,
    value: it.values.at(code).shown[period],
    text: `${it.names.get(code)} ${valueAt(it.values, it.format, code, period)}`,
  }));
}

export function gap(all) {
  const { slide, it, body, names, unit, onOpen } = all;
  const period = it.indexOf(it.data.period);
  // The ends themselves stand in the picture, at their dots.
  const parts = slide.figures.slice(0, 2).map((one) => figure(one, names, "big"));
  const picture = el("div", { class: "picture" });
  const known = it.codes.filter((code) => hasFigure(it.values, code, period));
  known.sort((a, b) => it.values.at(b).shown[period] - it.values.at(a).shown[period]);
  body.append(el("div", { class: "row" }, ...parts.map(({ root }) => root)), picture);
  return {
    ready() {
      for (const one of parts) one.fit(unit(), 128, 40);
      const { width, height } = picture.getBoundingClientRect();
      picture.replaceChildren(
        strip({
          ...it,
          period,
          references: references(all, period),
          marked: [known[0], known.at(-1), slide.region].filter(Boolean),
          width: width / unit(),
          height: height / unit(),
          span: names.write(slide.figures[0].text),
          onPick: onOpen,
        }),
      );
    },
  };
}
