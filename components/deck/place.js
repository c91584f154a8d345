// The slide in the address' fragment: a reload stays on it, Back and Forward go through what was shown.

// Where the slide of an id is; where it is gone, the place that it had.
export function placeOf(slides, id, index) {
  const found = slides.findIndex((one) => one.id === id);
  return found >= 0 ? found : Math.min(index, slides.length - 1);
}

// The slide that a fragment names by its id or its number; the first for any other.
export function placeIn(ids, fragment) {
  const known = ids.indexOf(fragment);
  if (known >= 0 || !/^\d+$/.test(fragment)) return Math.max(0, known);
  return Math.min(Math.max(1, Number(fragment)), ids.length) - 1;
}

// ids(): of all slides; hidden(): whether the address may only bear a number, since an id names its region.
export function place({ ids, hidden, records, onPlace }) {
  const fragment = (index) => `#${hidden() ? index + 1 : ids()[index]}`;
  const index = () => placeIn(ids(), decodeURIComponent(location.hash.slice(1)));

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
