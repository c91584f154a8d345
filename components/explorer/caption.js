// Under the map: how many regions have a figure, of which status, and who said so.

import { say } from "./dom.js";
import { statusText } from "./tooltip.js";
import { hasFigure } from "./values.js";

export function caption({ values, codes, format, texts }) {
  function tally(period) {
    const count = { known: new Map(), gap: 0, notApplicable: 0 };
    for (const code of codes) {
      const region = values.at(code);
      const known = hasFigure(values, code, period);
      const status = known ? statusText(region, period, texts) : "";
      if (known) count.known.set(status, (count.known.get(status) ?? 0) + 1);
      else count[region?.status[period] === "x" ? "notApplicable" : "gap"] += 1;
    }
    return count;
  }

  function counts(period) {
    const count = tally(period);
    const known = [...count.known]
      .sort((one, other) => other[1] - one[1])
      .map(([status, regions]) => `${format.count(regions)} ${status}`);
    // A status has commas of its own.
    const total = known.length ? known.join("; ") : texts.none;
    const applies = count.notApplicable ? ` · ${format.count(count.notApplicable)} ${texts.not_applicable}` : "";
    return (
      say(texts.tally, { regions: format.count(codes.length), known: total, gaps: format.count(count.gap) }) + applies
    );
  }

  function sources(period) {
    const known = codes.filter((code) => hasFigure(values, code, period)).map(values.at);
    const titles = (letters) => [...new Set(letters)].map((letter) => values.sources[letter]).filter(Boolean);
    const printed = titles(known.map((region) => region.source[period]));
    const counted = titles(known.map((region) => region.counted[period])).filter((title) => !printed.includes(title));
    const parts = [
      printed.length ? say(texts.source, { sources: printed.join("; ") }) : "",
      counted.length ? say(texts.counted_by, { sources: counted.join("; ") }) : "",
    ];
    return parts.filter(Boolean).join(" · ");
  }

  return { counts, sources };
}
