// The map, with its period in hand: slider, hover, click, zoom.

import { el } from "../explorer/dom.js";
import { hasFigure, valueAt } from "../explorer/values.js";
import { shrink } from "./fit.js";
import { mapView } from "./mapview.js";
import { tiles } from "./tiles.js";
import { tellPeriod, timed } from "./timed.js";

const WIDE = 1.9;

// Name and figure of a region in the period shown.
function read(it, code) {
  const figure = hasFigure(it.values, code, it.period) ? valueAt(it.values, it.format, code, it.period) : "–";
  return [el("p", { class: "name" }, it.names.get(code)), el("p", { class: "value" }, figure)];
}

// Beside the map: the region that was chosen, with the way to its profile, else the area and the country.
function tell({ it, texts, onOpen }, chosen, region) {
  const known = it.data.references.filter(({ code }) => hasFigure(it.values, code, it.period));
  const parts = region ? read(it, region) : known.flatMap(({ code }) => read(it, code));
  chosen.hidden = !parts.length;
  if (region) {
    const button = el("button", { type: "button", tabindex: -1 }, texts.openProfile);
    button.addEventListener("click", () => onOpen(region));
    parts.push(button);
  }
  chosen.replaceChildren(...parts);
  chosen.querySelectorAll(".value").forEach(shrink);
}

export function mapSlide(all) {
  const { slide, it, body, names, onLive, live } = all;
  const view = names.isHidden() ? tiles(all) : mapView({ ...all, onSelect: (code) => select(code) });
  const chosen = el("div", { class: "chosen" });
  const time = timed(all, show);
  const [, , width, height] = it.geometry.box;
  body.classList.toggle("wide", width > WIDE * height);
  body.append(view.root, el("aside", {}, view.legend, chosen), time.root);
  let region = live.region ?? slide.region ?? null;

  function show(i) {
    it.period = i;
    view.show(i);
    tellPeriod(all, i);
    mark(region);
  }

  // Whose shape or figure stood out would be known by its number, too.
  function mark(code) {
    region = names.isHidden() ? null : (code ?? null);
    view.select(region);
    tell(all, chosen, region);
  }

  function select(code) {
    mark(code === region ? null : code);
    onLive({ region });
  }

  return {
    ready() {
      view.resize();
      show(time.index());
    },
    live(state) {
      const i = state.period ? time.set(state.period) : null;
      region = state.region;
      if (i === null) mark(region);
      else show(i);
    },
  };
}
