// What regions are called: by their names, or by numbers while names are hidden.

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
  const write = (text) => String(text ?? "").replace(MARK, (_all, code) => name(code)).replace(/(\d) (?=[%\d])/g, "$1\u00a0");
  return { own, name, write, hide };
}
