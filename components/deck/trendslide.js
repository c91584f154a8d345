// The trend of the selection over the whole slide.

import { el } from "../explorer/dom.js";
import { linesChart } from "./lines.js";

export function trendSlide({ slide, it, body, unit, signal }) {
  const picture = el("div", { class: "picture" });
  body.append(el("p", { class: "unit-name" }, it.data.unitName), picture);
  return {
    ready() {
      const { width, height } = picture.getBoundingClientRect();
      picture.replaceChildren(
        linesChart({ it, ...slide.trend, width: width / unit(), height: height / unit(), signal }),
      );
    },
  };
}
