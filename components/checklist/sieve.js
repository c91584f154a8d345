// Which rows are shown: by a word of their name or district, and by whether they are done.

import { el } from "./dom.js";

const FEW = 30; // rows that a phone shows at first: as many as the stylesheet says

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export function sieve({ texts, onSift }) {
  let filter = "all";
  const field = el("input", {
    type: "search",
    placeholder: texts.search,
    "aria-label": texts.search,
    autocomplete: "off",
  });
  const buttons = new Map(
    ["all", "open", "done"].map((name) => [
      name,
      el("button", { type: "button", "aria-pressed": String(name === "all") }),
    ]),
  );
  const empty = el("p", { class: "none", role: "status", hidden: true }, texts.none);
  // On a phone the page itself scrolls, and 900 rows would bury what stands below them.
  const more = el("button", { type: "button", class: "more" }, texts.showAll);
  const root = el(
    "div",
    { class: "sieve" },
    field,
    el("div", { class: "filters", role: "group", "aria-label": texts.filter }, ...buttons.values()),
  );

  field.addEventListener("input", onSift);
  for (const [name, button] of buttons) {
    button.addEventListener("click", () => {
      filter = name;
      for (const [other, one] of buttons) one.setAttribute("aria-pressed", String(other === name));
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
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of all) {
        const text = plain(`${row.item.name} ${row.item.district}`);
        const fits =
          (filter === "all" || (filter === "done") === row.box.checked) && words.every((word) => text.includes(word));
        row.root.hidden = !fits;
        shown += fits;
      }
      empty.hidden = shown > 0;
      more.hidden = shown <= FEW;
    },
    count(counts) {
      for (const [name, button] of buttons) button.textContent = `${texts.filters[name]} (${counts[name]})`;
    },
  };
}
