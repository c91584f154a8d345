// Rows of buttons, of which one is pressed in each.

import { el } from "../../explorer/dom.js";
import { radios } from "../../explorer/radios.js";

export function mount(host, data, send) {
  const rows = data.switches.map(({ name, label, titles }) => ({
    name,
    ...radios({ name, label, titles, onChoose: (code) => send({ [name]: code }) }),
  }));
  host.append(el("div", { class: "widget switches" }, ...rows.map(({ root }) => root)));
  const update = ({ pressed }) => {
    for (const { name, mark } of rows) mark(pressed[name]);
  };
  update(data);
  return { update };
}
