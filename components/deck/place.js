// The slide in the address' fragment: a reload stays on it, Back and Forward go through what was shown.

// ids(): of all slides; hidden(): whether the address may only bear a number, since an id names its region.
export function place({ ids, hidden, records, onPlace }) {
  const fragment = (index) => `#${hidden() ? index + 1 : ids()[index]}`;

  function index() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const known = ids().indexOf(wanted);
    if (known >= 0 || !/^\d+$/.test(wanted)) return Math.max(0, known);
    return Math.min(Math.max(1, Number(wanted)), ids().length) - 1;
  }

  function write(at, isMove) {
    if (location.hash === fragment(at) || (!location.hash && at === 0)) return;
    try {
      history[isMove && records ? "pushState" : "replaceState"](null, "", fragment(at));
    } catch {
      // A document without an address of its own has none to keep the slide in.
    }
  }

  window.addEventListener("popstate", () => onPlace(index()));
  return { index, write };
}
