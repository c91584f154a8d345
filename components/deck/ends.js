// Highest and lowest, large; the lists move with the slider.

import { caption } from "../explorer/caption.js";
import { el } from "../explorer/dom.js";
import { ranking } from "../explorer/ranking.js";
import { timed } from "./timed.js";

export function ends({ slide, it, body, head, names, signal, onLive, onOpen, live }) {
  const words = caption(it);
  const lists = ranking({ ...it, onHover() {}, onSelect: onOpen, signal });
  const time = timed({
    it,
    signal,
    period: live.period,
    onPeriod(i, code) {
      show(i);
      onLive({ period: code });
    },
  });
  body.append(lists.root, el("p", { class: "unit-name" }, it.data.unitName), time.root);

  function show(i) {
    lists.show(i, it.codes);
    lists.select(slide.region || null);
    if (head.sentence)
      head.sentence.textContent =
        it.values.periods[i] === it.data.period ? names.write(slide.sentence) : words.counts(i);
  }

  show(time.index());
  return {
    live(state) {
      const i = state.period ? time.set(state.period) : null;
      if (i !== null) show(i);
    },
  };
}
