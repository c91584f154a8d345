// Which rows are shown: by a word of their name or district, and by whether they are done.

import { el } from "../../../explorer/dom.js";
import { plain } from "../../../explorer/plain.js";

const FEW = 30; // rows that a phone shows at first: as many as the stylesheet says

const FILTERS = ["all", "open", "done"];

// Whether an item fits a filter and every word that was typed.
export function fits({ name, district }, isDone, filter, typed) {
  const text = plain(`${name} ${district}`);
  const isOfFilter = filter === "all" || (filter === "done") === isDone;
  return (
    isOfFilter &&
    plain(typed)
      .split(" ")
      .every((word) => text.includes(word))
  );
}

export function sieve({ texts, onSift }) {
  const given = { placeholder: texts.search, "aria-label": texts.search, autocomplete: "off" };
  const field = el("input", { type: "search", ...given });
  const button = () => el("button", { type: "button" });
  const buttons = new Map(FILTERS.map((name) => [name, button()]));
  const empty = el("p", { class: "none", role: "status", hidden: true }, texts.none);
  // On a phone the page itself scrolls, and 900 rows would bury what stands below them.
  const more = el("button", { type: "button", class: "more" }, texts.showAll);
  const group = { class: "filters", role: "group", "aria-label": texts.filter };
  const root = el("div", { class: "sieve" }, field, el("div", group, ...buttons.values()));
  let filter = "";

  function choose(chosen) {
    filter = chosen;
    for (const [name, one] of buttons) one.setAttribute("aria-pressed", String(name === chosen));
  }

  choose("all");
  field.addEventListener("input", onSift);
  for (const [name, one] of buttons) {
    one.addEventListener("click", () => {
      choose(name);
      onSift();
    });
  }

  return {
    root,
    empty,
    more,
    // Asked anew only here: a row that was ticked just now stays until the next word, or it would jump away under
    // the pointer, and the next click would meet another village.
    sift(all) {
      const rows = [...all];
      for (const { root: row, item, box } of rows) row.hidden = !fits(item, box.checked, filter, field.value);
      const shown = rows.filter(({ root: row }) => !row.hidden).length;
      empty.hidden = shown > 0;
      more.hidden = shown <= FEW;
    },
    count(counts) {
      for (const [name, one] of buttons) one.textContent = `${texts.filters[name]} (${counts[name]})`;
    },
  };
}
