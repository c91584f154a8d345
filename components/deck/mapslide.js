// The map, with its period in hand: slider, hover, click, zoom.

import { caption } from "../explorer/caption.js";
import { el } from "../explorer/dom.js";
import { valueAt } from "../explorer/values.js";
import { shrink } from "./fit.js";
import { mapView } from "./mapview.js";
import { tiles } from "./tiles.js";
import { timed } from "./timed.js";

const WIDE = 1.9;

export function mapSlide(all) {
  const { slide, it, body, names, head, signal, onLive, onOpen, live, texts } = all;
  const words = caption(it);
  const view = names.isHidden()
    ? tiles({ it, names })
    : mapView({ it, unit: all.unit, signal, onSelect: select, onOpen });
  const chosen = el("div", { class: "chosen" });
  const side = el("aside", {}, view.legend, chosen);
  const time = timed({
    it,
    signal,
    period: live.period,
    onPeriod(i, code) {
      show(i);
      onLive({ period: code });
    },
  });
  const [, , width, height] = it.geometry.box;
  body.classList.toggle("wide", width > WIDE * height);
  body.append(view.root, side, time.root);
  let region = names.isHidden() ? null : (live.region ?? slide.region ?? null);
  let period = time.index();

  function show(i) {
    period = i;
    it.period = i;
    view.show(i);
    // The sentence speaks of one period; over any other the counts stand in its place.
    if (head.sentence)
      head.sentence.textContent =
        it.values.periods[i] === it.data.period ? names.write(slide.sentence) : words.counts(i);
    tell();
  }

  function select(code) {
    region = code === region ? null : code;
    view.select(region);
    tell();
    onLive({ region });
  }

  const value = (code) => {
    const shown = it.values.at(code)?.shown[period] ?? NaN;
    return Number.isNaN(shown) ? "–" : valueAt(it.values, it.format, code, period);
  };
  const read = (code) => [el("p", { class: "name" }, it.names.get(code)), el("p", { class: "value" }, value(code))];

  // The region that was chosen, else the area and the country.
  function tell() {
    chosen.hidden = false;
    if (!region) {
      const known = it.data.references.filter(({ code }) => !Number.isNaN(it.values.at(code)?.shown[period] ?? NaN));
      chosen.hidden = known.length === 0;
      write(known.flatMap(({ code }) => read(code)));
      return;
    }
    const button = el("button", { type: "button", tabindex: -1 }, texts.openProfile);
    button.addEventListener("click", () => onOpen(region));
    write([...read(region), button]);
  }

  function write(parts) {
    chosen.replaceChildren(...parts);
    chosen.querySelectorAll(".value").forEach(shrink);
  }

  return {
    ready() {
      view.resize();
      show(period);
      view.select(region);
    },
    live(state) {
      if (state.period) {
        const i = time.set(state.period);
        if (i !== null) show(i);
      }
      region = names.isHidden() ? null : (state.region ?? null);
      view.select(region);
      tell();
    },
  };
}
