// The rows of a list, in the order of its items.

import { el } from "../../../explorer/dom.js";
import { makeRow, markRow, showRow } from "./row.js";

// Boxes that wait for a name can be reached, so that they can say what they wait for.
function hold(it, on) {
  it.held = on;
  it.root.classList.toggle("held", on);
  for (const { box } of it.byId.values()) box.setAttribute("aria-disabled", String(on));
}

function arrange(it, made) {
  const { root, byId } = it;
  // What is being typed in a line goes on where another line has gone.
  const at = root.getRootNode().activeElement;
  root.replaceChildren(...made.map((row) => row.root));
  if (at && root.contains(at)) at.focus({ preventScroll: true });
  byId.clear();
  for (const row of made) byId.set(row.item.id, row);
  hold(it, it.held);
}

function put(it, items) {
  const shown = [...it.root.children].map((row) => Number(row.dataset.item));
  const made = items.map((item) => it.byId.get(item.id) ?? makeRow(it, item));
  if (items.length !== shown.length || items.some(({ id }, at) => id !== shown[at])) arrange(it, made);
  for (const [at, item] of items.entries()) {
    const row = made[at];
    if (row.said && row.item.done !== item.done && !row.own) markRow(row);
    Object.assign(row, { item, own: false });
    showRow(it, row);
  }
}

// may: whether the viewer may tick; wished(id), waits(id): of wishes.js; allowed(): whether a tick may be made now;
// onWish(id, part): what is wished of an item.
export function rows(given) {
  const root = el("ul", { class: "rows", "aria-label": given.texts.list });
  const it = { ...given, root, byId: new Map(), held: false };
  const change = (id, part) => it.byId.has(id) && Object.assign(it.byId.get(id), part);
  return {
    root,
    byId: it.byId,
    hold: (on) => hold(it, on),
    put: (items) => put(it, items),
    show: (id) => it.byId.has(id) && showRow(it, it.byId.get(id)),
    refuse: (id, sentence) => change(id, { refused: sentence }),
    // What I ticked is no news to me.
    own: (id) => change(id, { own: true }),
  };
}
