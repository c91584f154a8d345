// A row of buttons, of which one is pressed: the browser's own radio buttons, with their keys.

import { el, uniqueId } from "./dom.js";

// titles: pairs of code and title; onChoose(code). mark(code) presses one without a word of it.
export function radios({ name, label, titles, onChoose, signal }) {
  const group = uniqueId(name);
  const inputs = titles.map(([value]) => el("input", { type: "radio", name: group, value }));
  const labels = inputs.map((input, i) => el("label", {}, input, el("span", {}, titles[i][1])));
  for (const input of inputs) input.addEventListener("change", () => onChoose(input.value), { signal });
  return {
    root: el("div", { class: "radios", role: "radiogroup", "aria-label": label }, ...labels),
    mark(code) {
      for (const input of inputs) input.checked = input.value === code;
    },
  };
}
