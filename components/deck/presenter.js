// The presenter's own window: this slide, the next, what to say, and how long it has taken.

import { el } from "../explorer/dom.js";
import { fit } from "./fit.js";

const two = (number) => String(number).padStart(2, "0");

// How long something has taken, as hours, minutes and seconds.
export function lasting(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
}

// The clock, and the time since the meeting began or the timer was set back.
function times(language, texts) {
  const clock = el("p", { class: "clock" });
  const timer = el("button", { type: "button", class: "timer", tabindex: -1, title: texts.restartTimer });
  let begun = Date.now();

  function tick() {
    timer.textContent = lasting(Date.now() - begun);
    clock.textContent = new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  }

  function restart() {
    begun = Date.now();
    tick();
  }

  timer.addEventListener("click", restart);
  setInterval(tick, 500);
  tick();
  return { timer, clock, restart };
}

export function presenterScreen(language, texts) {
  const now = el("div", { class: "screen" });
  const next = el("div", { class: "screen" });
  const notes = el("div", { class: "notes" });
  const place = el("p", { class: "place" });
  const { timer, clock, restart } = times(language, texts);
  document.body.classList.add("presenting");
  const left = el("section", { class: "left" }, now, el("div", { class: "times" }, timer, clock, place));
  const [coming, said] = [el("h2", {}, texts.nextSlide), el("h2", {}, texts.notes)];
  const root = el("main", { class: "presenter" }, left, el("section", { class: "right" }, coming, next, said, notes));

  return {
    root,
    now,
    next,
    restart,
    show(slide, names, deck) {
      if (slide === deck.slides.at(-1)) next.replaceChildren(el("p", { class: "last" }, texts.lastSlide));
      const isVeiled = slide.kind === "profile" && names.isHidden();
      const who = isVeiled ? [el("p", { class: "who" }, names.tell(slide.title))] : [];
      const told = [...slide.notes, slide.source].filter(Boolean).map((note) => el("p", {}, names.tell(note)));
      notes.replaceChildren(...who, ...told);
      // Long notes are written smaller before they have to be scrolled.
      fit(notes, 1, 24, 16);
      place.textContent = `${deck.slides.indexOf(slide) + 1} / ${deck.slides.length}`;
    },
  };
}
