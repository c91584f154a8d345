// Find a region of the whole country by what people call it: one hit is gone to, several are a list with the province.

import { el, say, svg, uniqueId } from "./dom.js";
import { fetchOnce } from "./fetch_once.js";
import { regionIndex } from "./regions.js";

const MOST = 8;

function make(texts) {
  const list = el("ul", { id: uniqueId("regions"), role: "listbox", "aria-label": texts.search, hidden: true });
  const aria = { "aria-label": texts.search, "aria-controls": list.id, "aria-autocomplete": "list" };
  const plainText = { autocomplete: "off", spellcheck: "false" };
  const field = { type: "search", role: "combobox", placeholder: texts.search, "aria-expanded": "false" };
  const input = el("input", { ...field, ...aria, ...plainText });
  const word = el("span", { class: "word", role: "status" });
  return { list, input, word, root: el("div", { class: "search" }, input, list, word) };
}

async function load(it) {
  it.known ??= await it.index();
}

function option(it, region, i) {
  const { code, name, province } = region;
  const where = code.length > 2 ? province : it.texts.province;
  const item = el(
    "li",
    { id: `${it.list.id}-${i}`, role: "option", "aria-selected": String(i === it.at), "data-code": code },
    el("span", {}, name),
    el("span", { class: "where" }, where),
  );
  // Before the field loses the focus, and the list with it.
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", () => take(it, region));
  return item;
}

// The regions found, and which of them is marked; -1 for none.
function draw(it, found, at) {
  const { list, input } = it;
  Object.assign(it, { found, at });
  list.replaceChildren(...found.map((region, i) => option(it, region, i)));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(found.length > 0));
  if (at >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
  else input.removeAttribute("aria-activedescendant");
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function look(it) {
  it.word.textContent = "";
  draw(it, it.known ? it.known.find(it.input.value, it.isHere).slice(0, MOST) : [], -1);
}

function take(it, { code, name }) {
  it.input.value = name;
  it.word.textContent = "";
  draw(it, [], -1);
  it.onFound(code);
}

function enter(it) {
  const { known, input, texts } = it;
  const all = known.find(input.value, it.isHere);
  const one = it.found[it.at] ?? known.only(all);
  if (one) return take(it, one);
  look(it);
  if (!input.value.trim()) return;
  it.word.textContent = all.length
    ? say(texts.severalFound, { n: all.length })
    : say(texts.notFound, { name: input.value });
}

// One further down or up in a list, around its ends.
export const stepped = (at, by, length) => (by < 0 && at < 0 ? length - 1 : (at + by + length) % length);

function step(it, by) {
  if (!it.found.length) look(it);
  if (it.found.length) draw(it, it.found, stepped(it.at, by, it.found.length));
  return it.found.length > 0;
}

// Whether the key was meant for the list.
function press(it, key) {
  if (key === "ArrowDown" || key === "ArrowUp") return step(it, key === "ArrowDown" ? 1 : -1);
  if (key === "Enter") whenLoaded(it, enter);
  else if (key === "Escape" && it.found.length) draw(it, [], -1);
  else return false;
  return true;
}

function whenLoaded(it, act) {
  if (it.known) act(it);
  else load(it).then(() => act(it));
}

// index(): a promise of the regions; isHere(code): whether a region is on the map in view; onFound(code).
export function search({ signal, ...given }) {
  const it = { ...given, ...make(given.texts), known: null, found: [], at: -1 };
  const on = (name, act) => it.input.addEventListener(name, act, { signal });
  on("keydown", (event) => press(it, event.key) && event.preventDefault());
  on("input", () => whenLoaded(it, look));
  on("focus", () => load(it).catch(() => {}));
  on("blur", () => draw(it, [], -1));
  return { root: it.root };
}

const LENS =
  "M10.5 3a7.5 7.5 0 1 0 4.6 13.4l4.8 4.8 1.4-1.4-4.8-4.8A7.5 7.5 0 0 0 10.5 3Zm0 2a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z";

// Whether a key is meant for a field that takes text.
const isTyping = (at) => at?.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(at?.tagName);

// The search alone, in the bar above the content: a lens that opens into the field, also by `/`.
export function mount(host, data, send) {
  const abort = new AbortController();
  let { area } = data;
  const { root } = search({
    index: fetchOnce(data.index, regionIndex),
    isHere: (code) => code.startsWith(area),
    texts: data.texts,
    // A map on this page that has the region takes it; else the server finds the page and area that show it.
    onFound: (code) => {
      const detail = { code };
      root.querySelector("input").value = "";
      root.querySelector("input").blur();
      if (window.dispatchEvent(new CustomEvent("cakupan:found", { detail, cancelable: true }))) send(code);
    },
    signal: abort.signal,
  });
  root.prepend(svg("svg", { viewBox: "0 0 24 24", class: "lens", "aria-hidden": "true" }, svg("path", { d: LENS })));
  host.append(el("div", { class: "widget explorer alone" }, root));
  const open = (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(document.activeElement)) return;
    event.preventDefault();
    root.querySelector("input").focus();
  };
  document.addEventListener("keydown", open, { signal: abort.signal });
  return {
    update(next) {
      area = next.area;
    },
    destroy: () => abort.abort(),
  };
}
