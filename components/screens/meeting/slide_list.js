// The slides of a deck as a list to order and to tick. One wish is on its way at a time, and each tells the whole
// order: the server breaks a run off where the next event comes, so that a wish is sent again until it is answered.

import { el, say } from "../../explorer/dom.js";
import { OpenLater } from "./open_later.js";

const AGAIN_MS = 2500;
class SlideList {
  constructor(host) {
    this.root = el("div", { class: "slides" });
    this.word = el("p", { class: "word", role: "status", "aria-live": "polite" });
    host.append(this.root, this.word);
    this.pending = null;
    this.next = null;
    this.said = "";
  }

  isSaving() {
    return Boolean(this.pending || this.next);
  }

  say(text) {
    this.word.textContent = text;
  }

  // While a wish is on its way the list shows it; what the server says of earlier ones would jump back.
  take(data, send) {
    this.data = data;
    this.send = send;
    if (this.pending && data.done !== this.pending.id) return;
    const came = this.pending !== null;
    clearTimeout(this.again);
    this.pending = null;
    if (this.next) return this.flush();
    this.shown = [...data.shown];
    this.hidden = [...data.hidden];
    this.draw();
    if (came) this.word.textContent = this.said;
  }

  flush() {
    this.pending = { ...this.next, revision: this.data.revision, times: 0 };
    this.next = null;
    this.dispatch();
  }

  dispatch() {
    this.pending = { ...this.pending, times: this.pending.times + 1 };
    this.again = setTimeout(() => this.dispatch(), AGAIN_MS);
    this.send(this.pending);
  }

  draw() {
    const focused = this.root.querySelector(":focus")?.dataset.focus;
    const shown = el("ol", { "aria-label": this.data.texts.list });
    shown.append(...this.shown.map((one, place) => this.row(one, place)));
    this.root.replaceChildren(shown);
    if (this.hidden.length) {
      const hidden = el("ul", { class: "away", "aria-label": this.data.texts.hidden });
      hidden.append(...this.hidden.map((one) => this.row(one, -1)));
      this.root.append(el("h2", {}, this.data.texts.hidden), hidden);
    }
    this.focus(focused);
  }

  focus(wanted) {
    if (!wanted) return;
    const id = wanted.split(" ")[1];
    const ways = [wanted, `up ${id}`, `down ${id}`, `tick ${id}`];
    const found = ways.map((way) => this.root.querySelector(`[data-focus="${CSS.escape(way)}"]:enabled`));
    found.find(Boolean)?.focus();
  }

  row(one, place) {
    const { texts, fixed } = this.data;
    const number = el("span", { class: "number" }, place < 0 ? "" : String(place + 1));
    const tick = el("input", {
      type: "checkbox",
      "data-focus": `tick ${one.id}`,
      "aria-label": say(texts.show, one),
    });
    tick.checked = place >= 0;
    tick.disabled = fixed;
    tick.addEventListener("change", () => this.toggle(one, tick));
    const words = el("span", { class: "words" }, el("b", {}, one.title), el("small", {}, one.about));
    const row = el("li", { "data-id": one.id }, number, el("label", {}, tick, words));
    if (place >= 0 && !fixed) {
      row.append(
        this.button("up", "↑", one, place === 0),
        this.button("down", "↓", one, place === this.shown.length - 1),
      );
      this.draggable(row, one);
    }
    return row;
  }

  button(way, sign, one, disabled) {
    const label = say(this.data.texts[way], one);
    const made = el(
      "button",
      { type: "button", "aria-label": label, title: label, "data-focus": `${way} ${one.id}` },
      sign,
    );
    made.disabled = disabled;
    made.addEventListener("click", () => this.move(one, this.shown.indexOf(one) + (way === "up" ? -1 : 1)));
    return made;
  }

  draggable(row, one) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      this.dragged = one;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", one.title);
    });
    row.addEventListener("dragend", () => {
      this.dragged = null;
    });
    row.addEventListener("dragover", (event) => {
      if (this.dragged && this.dragged !== one) {
        event.preventDefault();
        row.classList.add("over");
      }
    });
    row.addEventListener("dragleave", () => row.classList.remove("over"));
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.dragged) this.move(this.dragged, this.shown.indexOf(one));
    });
  }

  move(one, to) {
    this.shown = this.shown.filter((other) => other !== one);
    this.shown.splice(to, 0, one);
    this.wish(say(this.data.texts.moved, { title: one.title, place: to + 1, count: this.shown.length }));
  }

  toggle(one, tick) {
    if (!tick.checked && this.shown.length === 1) {
      tick.checked = true;
      this.word.textContent = this.data.texts.last;
      return;
    }
    if (tick.checked) {
      this.hidden = this.hidden.filter((other) => other !== one);
      this.shown.splice(this.usualPlace(one), 0, one);
    } else {
      this.shown = this.shown.filter((other) => other !== one);
      this.hidden.push(one);
    }
    this.wish("");
  }

  // Before the first of the shown ones that usually comes later.
  usualPlace(one) {
    const order = this.data.usual;
    const found = this.shown.findIndex((other) => order.indexOf(other.id) > order.indexOf(one.id));
    return found < 0 ? this.shown.length : found;
  }

  wish(said) {
    this.said = said;
    this.word.textContent = this.data.texts.saving;
    this.draw();
    const ids = (list) => list.map((one) => one.id);
    this.next = {
      id: crypto.getRandomValues(new Uint32Array(3)).join("-"),
      shown: ids(this.shown),
      hidden: ids(this.hidden),
    };
    if (!this.pending) this.flush();
  }
}

export function mount(host, data, send) {
  const list = new SlideList(host);
  const later = new OpenLater(list);
  list.take(data, send);
  return {
    update: (next) => list.take(next, send),
    destroy() {
      clearTimeout(list.again);
      later.stop();
    },
  };
}
