// What regions are called: by their names, or by numbers while names are hidden.

import { unparted } from "../explorer/dom.js";

const MARK = /\ue000([\w.]+)\ue001/g;

export function namesOf(deck, it) {
  const own = new Map(Object.entries(deck.names));
  const numbers = new Map(Object.entries(deck.numbers));
  const whole = new Map(it.names);

  // The explorer's modules look names up in one map, so its entries change and not the map.
  function hide(on) {
    for (const [code, name] of whole) it.names.set(code, on && numbers.has(code) ? numbers.get(code) : name);
    hidden = on;
  }

  let hidden = false;
  const name = (code) => (hidden && numbers.get(code)) || own.get(code) || whole.get(code) || code;
  // Texts from Python carry a region as its code between two marks; a number and its sign stay on one line.
  const filled = (text, called) => unparted(String(text ?? "").replace(MARK, (_all, code) => called(code)));
  // For the presenter's eyes alone: the number that the room sees, and whose it is.
  const both = (code) => (hidden && numbers.has(code) ? `${numbers.get(code)} (${own.get(code) ?? code})` : name(code));
  const tell = (text) => filled(text, both);
  // What others printed, and what the presenter wrote, bears names too; the area's own is no secret.
  const write = (text) => (hidden ? filled(text, name).replace(pattern, it.texts.nameHidden) : filled(text, name));
  const open = new Set(Object.values(it.data.names));
  const secret = [...own.values()].filter((one) => !open.has(one)).sort((a, b) => b.length - a.length);
  const pattern = secret.length
    ? new RegExp(
        `(?<![\\p{L}\\d])(?:${secret.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\d])`,
        "giu",
      )
    : /$^/;

  // What may be typed to find a region: on the wall no name while names are hidden.
  function sought(isPresenter) {
    const list = [...own].map(([code, one]) => ({ code, name: one, shown: both(code), isName: true }));
    if (!hidden) return list;
    const numbered = [...numbers].map(([code, one]) => ({ code, name: one, shown: isPresenter ? both(code) : one }));
    return isPresenter ? [...list, ...numbered] : numbered;
  }
  return { own, name, write, tell, hide, sought, isHidden: () => hidden };
}
