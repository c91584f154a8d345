// Where periods stand on a time axis, and which of them are named under it: one rule for pages, deck and offline pack.

const SHORT = 30;

// A year stands at its December, a quarter at its last month.
export function monthOf(period) {
  const [year, rest] = period.split("-");
  const month = !rest ? 12 : rest.startsWith("Q") ? 3 * Number(rest[1]) : Number(rest);
  return 12 * Number(year) + month - 1;
}

const isYear = (period) => !period.includes("-");

// The newest keep their names; before them those that have room.
function apart(ticks, x, room) {
  let free = Infinity;
  const kept = [...ticks].reverse().filter(({ month }) => {
    if (x(month) > free - room) return false;
    free = x(month);
    return true;
  });
  return kept.reverse();
}

// A year of months is named in its middle: at its January the name would stand below the December before.
function years(from, to) {
  const found = [];
  for (let year = Math.floor(from / 12); year * 12 <= to; year++) {
    const [first, last] = [Math.max(from, 12 * year), Math.min(to, 12 * year + 11)];
    found.push({ month: (first + last) / 2, width: last - first, text: String(year) });
  }
  return found;
}

// Names on the axis as {month, text}, and the edges of years; room: pixels that the name of a year and of a period take.
export function timeAxis({ periods, from, to, x, room, format }) {
  const named = (list) => list.map((code) => ({ month: monthOf(code), text: format.shortPeriod(code) }));
  if (periods.every(isYear)) return { ticks: apart(named(periods), x, room.year), edges: [] };
  if (to - from <= SHORT) return { ticks: apart(named(periods), x, room.period), edges: [] };
  const wide = years(from, to).filter(
    ({ month, width }) => x(month + width / 2) - x(month - width / 2) >= 0.6 * room.year,
  );
  const edges = years(from, to)
    .slice(1)
    .map(({ text }) => 12 * Number(text) - 0.5);
  return { ticks: apart(wide, x, room.year), edges };
}
