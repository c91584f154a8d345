// The trend of the selection over the whole slide, or beside why its last figure changed.

import { el } from "../explorer/dom.js";
import { linesChart } from "./lines.js";
import { stepsChart } from "./steps.js";

export function trendSlide({ slide, it, body, unit, signal, names }) {
  const picture = el("div", { class: "picture" });
  body.append(el("p", { class: "unit-name" }, it.data.unitName), picture);
  body.classList.toggle("explained", Boolean(slide.steps));
  if (slide.steps) body.append(stepsChart(slide.steps, names));
  return {
    ready() {
      const { width, height } = picture.getBoundingClientRect();
      picture.replaceChildren(
        linesChart({ it, ...slide.trend, width: width / unit(), height: height / unit(), signal }),
      );
    },
  };
}
