// Highest and lowest, large; the lists move with the slider.

import { el } from "../explorer/dom.js";
import { ranking } from "../explorer/ranking.js";
import { tellPeriod, timed } from "./timed.js";

export function ends(all) {
  const { slide, it, body, signal, onOpen } = all;
  const lists = ranking({ ...it, onHover() {}, onSelect: onOpen, signal });
  const time = timed(all, show);
  body.append(lists.root, el("p", { class: "unit-name" }, it.data.unitName), time.root);

  function show(i) {
    lists.show(i, it.codes);
    lists.select(slide.region || null);
    tellPeriod(all, i);
  }

  show(time.index());
  return {
    live(state) {
      const i = state.period ? time.set(state.period) : null;
      if (i !== null) show(i);
    },
  };
}
