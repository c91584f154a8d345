// The period slider with play: it previews in the browser and tells once it has come to rest.

import { el, icon } from "./dom.js";

const STEP_MS = 320;
// A held arrow key changes the slider at every repeat; only where it rests matters to the server.
const REST_MS = 160;
// Of the whole way: so near an end the period's name takes the place of the end's.
const NEAR = 0.35;

const PLAY = "M4 2l9 6-9 6z";
const PAUSE = "M4 2h3v12H4zM9 2h3v12H9z";

function make({ periods, format, texts }) {
  const label = el("output", { class: "period", "aria-live": "off" });
  const range = { type: "range", min: 0, max: periods.length - 1, step: 1 };
  const input = el("input", { ...range, "aria-label": texts.period });
  const button = el("button", { type: "button", class: "play", "aria-pressed": "false" }, icon(PLAY));
  const ends = [periods[0], periods.at(-1)].map((code) => el("span", {}, format.shortPeriod(code)));
  const track = el("div", { class: "track" }, input, el("div", { class: "ends", "aria-hidden": "true" }, ...ends));
  const kind = periods.length < 2 ? "timeline single" : "timeline";
  return { label, input, button, root: el("div", { class: kind }, button, label, track) };
}

function write({ periods, format, input, label, root }, i) {
  input.value = i;
  // From 0 at the first to 1 at the last: the name of the period may go along with the knob, in the place of an end's.
  const share = periods.length > 1 ? i / (periods.length - 1) : 0;
  root.style.setProperty("--at", share);
  root.dataset.at = share < NEAR ? "first" : share > 1 - NEAR ? "last" : "";
  const text = format.period(periods[i]);
  input.setAttribute("aria-valuetext", text);
  label.textContent = text;
}

function go(it, i) {
  write(it, i);
  it.onPreview(i);
}

function rest(it, wait) {
  clearTimeout(it.resting);
  it.resting = setTimeout(() => {
    const i = Number(it.input.value);
    if (i === it.rested) return it.onPreview(i);
    it.rested = i;
    it.onRest(it.periods[i]);
  }, wait);
}

function setPlaying(it, on) {
  it.button.replaceChildren(icon(on ? PAUSE : PLAY));
  it.button.setAttribute("aria-label", on ? it.texts.pause : it.texts.play);
  it.button.setAttribute("aria-pressed", String(on));
  clearInterval(it.playing);
  it.playing = on ? setInterval(() => step(it), STEP_MS) : null;
}

function step(it) {
  const i = Number(it.input.value) + 1;
  if (i >= it.periods.length) return stop(it);
  go(it, i);
}

function stop(it) {
  setPlaying(it, false);
  rest(it, 0);
}

function toggle(it) {
  if (it.playing) return stop(it);
  if (Number(it.input.value) === it.periods.length - 1) go(it, 0);
  setPlaying(it, true);
}

function drag(it) {
  if (it.playing) setPlaying(it, false);
  clearTimeout(it.resting);
  go(it, Number(it.input.value));
}

export function timeline({ index, signal, ...given }) {
  // Without a period there is nothing to move to.
  if (!given.periods.length) return { root: el("div", { hidden: true }), set: () => false };
  const it = { ...given, ...make(given), playing: null, resting: null, rested: index };
  it.button.addEventListener("click", () => toggle(it), { signal });
  it.input.addEventListener("input", () => drag(it), { signal });
  it.input.addEventListener("change", () => rest(it, REST_MS), { signal });
  signal.addEventListener("abort", () => {
    clearInterval(it.playing);
    clearTimeout(it.resting);
  });
  setPlaying(it, false);
  write(it, index);
  return {
    root: it.root,
    // Python's word on the period: it counts as rest, unless the user is moving on meanwhile.
    set(i) {
      if (it.playing) return false;
      it.rested = i;
      write(it, i);
      return true;
    },
  };
}
