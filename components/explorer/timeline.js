// The period slider with play: it previews in the browser and tells once it has come to rest.

import { el, icon } from "./dom.js";

const STEP_MS = 320;
// A held arrow key changes the slider at every repeat; only where it rests matters to the server.
const REST_MS = 160;

const PLAY = "M4 2l9 6-9 6z";
const PAUSE = "M4 2h3v12H4zM9 2h3v12H9z";

export function timeline({ periods, index, format, texts, onPreview, onRest, signal }) {
  const label = el("output", { class: "period", "aria-live": "off" });
  const input = el("input", {
    type: "range",
    min: 0,
    max: Math.max(0, periods.length - 1),
    step: 1,
    "aria-label": texts.period,
  });
  const button = el("button", { type: "button", class: "play", "aria-pressed": "false" }, icon(PLAY));
  const ends = el(
    "div",
    { class: "ends", "aria-hidden": "true" },
    ...[periods[0], periods.at(-1)].map((code) => el("span", {}, code ? format.shortPeriod(code) : "")),
  );
  const root = el("div", { class: "timeline" }, button, label, el("div", { class: "track" }, input, ends));
  if (periods.length < 2) root.classList.add("single");
  // Without a period there is nothing to move to.
  if (!periods.length) return { root: el("div", { hidden: true }), set: () => false };
  let playing = null;
  let resting = null;
  let rested = index;

  function write(i) {
    input.value = i;
    const text = format.period(periods[i]);
    input.setAttribute("aria-valuetext", text);
    label.textContent = text;
  }

  function go(i) {
    write(i);
    onPreview(i);
  }

  function rest(wait) {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const i = Number(input.value);
      if (i === rested) return onPreview(i);
      rested = i;
      onRest(periods[i]);
    }, wait);
  }

  function setPlaying(on) {
    button.replaceChildren(icon(on ? PAUSE : PLAY));
    button.setAttribute("aria-label", on ? texts.pause : texts.play);
    button.setAttribute("aria-pressed", String(on));
    clearInterval(playing);
    playing = on ? setInterval(step, STEP_MS) : null;
  }

  function step() {
    const i = Number(input.value) + 1;
    if (i >= periods.length) return stop();
    go(i);
  }

  function stop() {
    setPlaying(false);
    rest(0);
  }

  button.addEventListener(
    "click",
    () => {
      if (playing) return stop();
      if (Number(input.value) === periods.length - 1) go(0);
      setPlaying(true);
    },
    { signal },
  );
  input.addEventListener(
    "input",
    () => {
      if (playing) setPlaying(false);
      clearTimeout(resting);
      go(Number(input.value));
    },
    { signal },
  );
  input.addEventListener("change", () => rest(REST_MS), { signal });
  signal.addEventListener("abort", () => {
    clearInterval(playing);
    clearTimeout(resting);
  });
  setPlaying(false);
  write(index);
  return {
    root,
    // Python's word on the period: it counts as rest, unless the user is moving on meanwhile.
    set(i) {
      if (playing) return false;
      rested = i;
      write(i);
      return true;
    },
  };
}
