// The slider of a slide: the explorer's own, with its periods.

import { caption } from "../explorer/caption.js";
import { timeline } from "../explorer/timeline.js";

// The sentence of a slide speaks of one period; over any other the counts stand in its place.
export function tellPeriod({ slide, it, names, head }, i) {
  if (!head.sentence) return;
  const isItsOwn = it.values.periods[i] === it.data.period;
  head.sentence.textContent = isItsOwn ? names.write(slide.sentence) : caption(it).counts(i);
}

// onPeriod(i): while it moves, which both windows are told.
export function timed({ it, signal, live, onLive }, onPeriod) {
  const { values, format, texts, data } = it;
  let now = it.indexOf(live.period ?? data.period);
  const slider = timeline({
    periods: values.stops.map((i) => values.periods[i]),
    index: values.stops.indexOf(now),
    format,
    texts,
    signal,
    onPreview(stop) {
      now = values.stops[stop];
      onPeriod(now);
      onLive({ period: values.periods[now] });
    },
    onRest() {},
  });
  return {
    root: slider.root,
    index: () => now,
    // The other window's word; null where this slider already stands there or is playing.
    set(code) {
      const i = it.indexOf(code);
      if (i === now || !slider.set(values.stops.indexOf(i))) return null;
      now = i;
      return i;
    },
  };
}
