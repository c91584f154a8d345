// The rows of a list: made once, then only changed where something has changed.

import { el, say } from "./dom.js";
import { editor } from "./edit.js";

const FRESH_MS = 6000;

export function rows({ texts, columns, may, wished, waits, allowed, onWish }) {
  const root = el("ul", { class: "rows", "aria-label": texts.list });
  const byId = new Map();
  let held = false;

  function make(item) {
    const box = el("input", { type: "checkbox", disabled: !may, tabindex: -1 });
    const row = { item, box, parts: {}, said: "", fresh: 0 };
    row.name = el("span", { class: "text" });
    row.state = el("span", { class: "state" });
    const cells = columns.map((column) => {
      row.parts[column] = el("span", {});
      return el(
        "span",
        { class: `cell ${column}` },
        el("span", { class: "heading" }, `${texts.columns[column]}: `),
        row.parts[column],
      );
    });
    row.alike = el("span", { class: "alike" });
    row.editor = may
      ? editor({
          texts,
          allowed,
          onWrite: (id, field, value, seen) => onWish(id, { field, value, seen }),
          onMerge: (id, merge) => onWish(id, { merge }),
        })
      : null;
    row.root = el(
      "li",
      { class: "row" },
      el("label", { class: "name" }, box, el("span", {}, row.name, row.alike)),
      ...cells,
      row.state,
      row.editor?.button,
    );
    row.root.dataset.item = item.id;
    box.addEventListener("click", (event) => allowed() || event.preventDefault());
    box.addEventListener("change", () => onWish(row.item.id, { done: box.checked }));
    return row;
  }

  function state(row) {
    const wish = wished(row.item.id);
    if (wish || waits(row.item.id)) return texts.saving;
    if (row.refused) return row.refused;
    const word = row.item.done ? texts.done : texts.open;
    return row.item.by ? say(texts.by, { state: word, who: row.item.by, when: row.item.when }) : word;
  }

  // Everything of a row that is on screen, written only where it is another than before.
  function show(row) {
    const wish = wished(row.item.id);
    const done = wish ? wish.done : row.item.done;
    const waiting = waits(row.item.id);
    row.editor?.show(
      row.item,
      () => (row.item.alike ?? []).map((id) => byId.get(id)?.item).filter(Boolean),
      waiting,
      row.refused,
    );
    const said = JSON.stringify([row.item, wish, waiting, row.refused]);
    if (said === row.said) return;
    row.said = said;
    row.box.checked = done;
    row.name.textContent = row.item.name;
    row.alike.textContent = row.item.alike ? texts.alike : "";
    for (const column of columns) row.parts[column].textContent = row.item[column];
    for (const column of columns) row.parts[column].parentNode.classList.toggle("empty", !row.item[column]);
    row.state.textContent = state(row);
    row.root.classList.toggle("done", done);
    row.root.classList.toggle("saving", Boolean(wish) || waiting);
    row.root.classList.toggle("refused", !wish && !waiting && Boolean(row.refused));
    row.root.classList.toggle("late", row.item.late && !done);
  }

  // Someone else's tick is marked for a moment, so that the eye finds it.
  function mark(row) {
    clearTimeout(row.fresh);
    row.root.classList.add("fresh");
    row.fresh = setTimeout(() => row.root.classList.remove("fresh"), FRESH_MS);
  }

  function put(items) {
    const same =
      items.length === byId.size && items.every((item, at) => Number(root.children[at]?.dataset.item) === item.id);
    const made = items.map((item) => byId.get(item.id) ?? make(item));
    if (!same) {
      // What is being typed in a line goes on where another line has gone.
      const at = root.getRootNode().activeElement;
      root.replaceChildren(...made.map((row) => row.root));
      if (at && root.contains(at)) at.focus({ preventScroll: true });
      byId.clear();
      for (const row of made) byId.set(row.item.id, row);
      hold(held);
    }
    items.forEach((item, at) => {
      const row = made[at];
      if (row.said && row.item.done !== item.done && !row.own) mark(row);
      row.own = false;
      row.item = item;
      show(row);
    });
  }

  // Boxes that wait for a name can be reached, so that they can say what they wait for.
  function hold(on) {
    held = on;
    root.classList.toggle("held", on);
    for (const { box } of byId.values()) box.setAttribute("aria-disabled", String(on));
  }

  return {
    root,
    byId,
    hold,
    put,
    show: (id) => byId.has(id) && show(byId.get(id)),
    refuse(id, sentence) {
      const row = byId.get(id);
      if (row) row.refused = sentence;
    },
    // What I ticked is no news to me.
    own(id) {
      const row = byId.get(id);
      if (row) row.own = true;
    },
  };
}
