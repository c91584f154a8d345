// The slider of a slide: the explorer's own, with its periods.

import { timeline } from "../explorer/timeline.js";

export function timed({ it, signal, period, onPeriod }) {
  const { values, format, texts, data } = it;
  let now = it.indexOf(period ?? data.period);
  const slider = timeline({
    periods: values.stops.map((i) => values.periods[i]),
    index: values.stops.indexOf(now),
    format,
    texts,
    signal,
    onPreview(stop) {
      now = values.stops[stop];
      onPeriod(now, values.periods[now]);
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
