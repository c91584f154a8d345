// The presenter's own window: this slide, the next, what to say, and how long it has taken.

import { el } from "../explorer/dom.js";
import { fit } from "./fit.js";

const two = (number) => String(number).padStart(2, "0");

export function presenterScreen(language, texts) {
  const now = el("div", { class: "screen" });
  const next = el("div", { class: "screen" });
  const notes = el("div", { class: "notes" });
  const clock = el("p", { class: "clock" });
  const timer = el("button", { type: "button", class: "timer", tabindex: -1, title: texts.restartTimer });
  const place = el("p", { class: "place" });
  let begun = Date.now();

  function tick() {
    const seconds = Math.floor((Date.now() - begun) / 1000);
    timer.textContent = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    clock.textContent = new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  }

  function restart() {
    begun = Date.now();
    tick();
  }

  timer.addEventListener("click", restart);
  setInterval(tick, 500);
  tick();
  document.body.classList.add("presenting");
  const root = el(
    "main",
    { class: "presenter" },
    el("section", { class: "left" }, now, el("div", { class: "times" }, timer, clock, place)),
    el("section", { class: "right" }, el("h2", {}, texts.nextSlide), next, el("h2", {}, texts.notes), notes),
  );

  return {
    root,
    now,
    next,
    restart,
    show(slide, names, deck) {
      if (slide === deck.slides.at(-1)) next.replaceChildren(el("p", { class: "last" }, texts.lastSlide));
      const who =
        slide.kind === "profile" && names.isHidden() ? el("p", { class: "who" }, names.tell(slide.title)) : null;
      notes.replaceChildren(
        ...[who].filter(Boolean),
        ...[...slide.notes, slide.source].filter(Boolean).map((note) => el("p", {}, names.tell(note))),
      );
      // Long notes are written smaller before they have to be scrolled.
      fit(notes, 1, 24, 16);
      place.textContent = `${deck.slides.indexOf(slide) + 1} / ${deck.slides.length}`;
    },
  };
}
