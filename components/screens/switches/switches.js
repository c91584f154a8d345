// Rows of buttons, of which one is pressed: the browser's own radio buttons, with their keys.

import { el, uniqueId } from "../../explorer/dom.js";

function group({ name, label, titles }, inputs, send) {
  const own = uniqueId(name);
  const buttons = titles.map(([code, title]) => {
    const input = el("input", { type: "radio", name: own, value: code });
    input.addEventListener("change", () => send({ [name]: code }));
    inputs.push({ name, code, input });
    return el("label", {}, input, el("span", {}, title));
  });
  return el("div", { role: "radiogroup", "aria-label": label }, ...buttons);
}

export function mount(host, data, send) {
  const inputs = [];
  host.append(el("div", { class: "widget switches" }, ...data.switches.map((one) => group(one, inputs, send))));
  const update = ({ pressed }) => {
    for (const { name, code, input } of inputs) input.checked = pressed[name] === code;
  };
  update(data);
  return { update };
}
