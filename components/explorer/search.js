// Find a region by name: exact first, then by its beginning, then by any part.

import { el, say, uniqueId } from "./dom.js";

export const plain = (text) => text.toLocaleLowerCase("id").normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();

export function findRegion(names, wanted) {
  const entries = [...names].map(([code, name]) => [code, plain(name)]);
  const text = plain(wanted);
  if (!text) return null;
  const tests = [(name) => name === text, (name) => name.startsWith(text), (name) => name.includes(text)];
  for (const fits of tests) {
    const found = entries.find(([, name]) => fits(name));
    if (found) return found[0];
  }
  return null;
}

export function search({ names, texts, onFound, signal }) {
  const list = el("datalist", { id: uniqueId("regions") }, ...[...names.values()].sort().map((name) => el("option", { value: name })));
  const input = el("input", { type: "search", list: list.id, placeholder: texts.search, "aria-label": texts.search, autocomplete: "off" });
  const word = el("span", { class: "word", role: "status" });
  const root = el("div", { class: "search" }, input, list, word);

  function look() {
    const code = findRegion(names, input.value);
    word.textContent = code || !input.value.trim() ? "" : say(texts.notFound, { name: input.value });
    if (code) onFound(code);
  }

  input.addEventListener("keydown", (event) => { if (event.key === "Enter") look(); }, { signal });
  // Picking from the list fires no keydown; typing on does not end in an exact name.
  input.addEventListener("input", () => { if ([...names.values()].includes(input.value)) look(); else word.textContent = ""; }, { signal });
  return { root };
}
