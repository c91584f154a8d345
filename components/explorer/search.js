// Find a region of the whole country by what people call it: one hit is gone to, several are a list with the province.

import { el, say, uniqueId } from "./dom.js";
import { regionIndex } from "./regions.js";

const MOST = 8;

// Fetched when somebody looks something up, once.
export function lazyIndex(url) {
  let asked = null;
  return () =>
    (asked ??= fetch(new URL(url, document.baseURI))
      .then((answer) => answer.json())
      .then(regionIndex)
      .catch((error) => {
        asked = null;
        throw error;
      }));
}

// index(): a promise of the regions; isHere(code): whether a region is on the map in view; onFound(code).
export function search({ index, isHere, texts, onFound, signal }) {
  const list = el("ul", { id: uniqueId("regions"), role: "listbox", "aria-label": texts.search, hidden: true });
  const input = el("input", {
    type: "search",
    role: "combobox",
    placeholder: texts.search,
    "aria-label": texts.search,
    "aria-controls": list.id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  const word = el("span", { class: "word", role: "status" });
  const root = el("div", { class: "search" }, input, list, word);
  let known = null;
  let found = [];
  let at = -1;

  const load = () =>
    index().then((loaded) => {
      known = loaded;
    });

  function option({ code, name, province }, i) {
    const where = code.length > 2 ? province : texts.province;
    const item = el(
      "li",
      { id: `${list.id}-${i}`, role: "option", "aria-selected": String(i === at), "data-code": code },
      el("span", {}, name),
      el("span", { class: "where" }, where),
    );
    // Before the field loses the focus, and the list with it.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(found[i]));
    return item;
  }

  function draw() {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    found = [];
    at = -1;
    draw();
  }

  function look() {
    word.textContent = "";
    at = -1;
    found = known ? known.find(input.value, isHere).slice(0, MOST) : [];
    draw();
  }

  function take({ code, name }) {
    input.value = name;
    word.textContent = "";
    close();
    onFound(code);
  }

  function enter() {
    const all = known.find(input.value, isHere);
    const one = found[at] ?? known.only(all);
    if (one) return take(one);
    look();
    if (!input.value.trim()) return;
    word.textContent = all.length
      ? say(texts.severalFound, { n: all.length })
      : say(texts.notFound, { name: input.value });
  }

  function press(event) {
    if (event.key === "Enter") {
      if (known) enter();
      else load().then(enter);
    } else if (event.key === "Escape" && found.length) close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) look();
      if (!found.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : found.length + (at < 0 ? 0 : -1))) % found.length;
      draw();
    } else return;
    event.preventDefault();
  }

  input.addEventListener("keydown", press, { signal });
  input.addEventListener(
    "input",
    () => {
      if (known) look();
      else load().then(look);
    },
    { signal },
  );
  input.addEventListener(
    "focus",
    () => {
      if (!known) load().catch(() => {});
    },
    { signal },
  );
  input.addEventListener("blur", close, { signal });
  return { root };
}
