// Two maps side by side: what is pointed at, and how near it is looked at, are the same on both.

import * as act from "./actions.js";

const EVENT = "cakupan:beside";

export function linked(it, parts, signal) {
  let follows = false;
  const tell = (what) => !follows && window.dispatchEvent(new CustomEvent(EVENT, { detail: { from: it, ...what } }));

  // What the other does is not told back to it.
  function follow({ detail: { from, code, view } }) {
    if (from === it) return;
    follows = true;
    if (view) parts.view.follow(view);
    else act.pointAt(it, parts, code);
    follows = false;
  }

  window.addEventListener(EVENT, follow, { signal });
  return { hover: (code) => tell({ code }), move: (view) => tell({ view }) };
}
