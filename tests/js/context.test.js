import assert from "node:assert/strict";
import { test } from "node:test";
import { caption } from "../../components/explorer/caption.js";
import { around, context, trendLines } from "../../components/explorer/context.js";
import { gapText, statusText } from "../../components/explorer/tooltip.js";

const texts = {
  percent: "{value} %",
  reported: "reported",
  computed: "computed",
  simulated: "simulated",
  not_held: "no data",
  not_reported: "not reported",
  not_applicable: "not applicable",
  statusWithCounts: "{status}, counts {counts}",
  pressWithSimulation: "press, simulated counts",
  printed: "printed: {value}",
  tally: "{known} of {regions}, {gaps} gaps",
  none: "none",
  source: "Source: {sources}",
  counted_by: "Counts: {sources}",
};
const geometry = {
  paths: { 17.01: "m10 20l30 0l0 -5zm100 100l-5 5z", 17.02: "m0 0l1 1z", 17.03: "m0 0l1 1z" },
  names: { 17.01: "Kaur", 17.02: "Lebong", 17.03: "Seluma" },
  points: {},
};
const wire = {
  periods: ["2023", "2024"],
  stops: [0, 1],
  sources: { a: "Office", b: "Press" },
  codes: ["17", "17.01", "17.02"],
  numerator: [null, null, null],
  denominator: [null, null, null],
  value: [
    [60, 61],
    [75, 76.5],
    [null, null],
  ],
  decimals: ["--", "--", "--"],
  status: ["rr", "rc", "xn"],
  counts: ["--", "r-", "--"],
  source: ["aa", "ab", "  "],
  counted: ["  ", "b ", "  "],
  printed: { 17.01: { 2024: "76" } },
};
const data = {
  texts,
  names: { 17: "Bengkulu" },
  format: { locale: "en", unit: "percent", decimals: 1 },
  classification: { breaks: [50] },
  rule: { isCount: false },
  layout: ["map", "trend"],
  references: [{ code: "17", role: "area" }],
  ratio: true,
  period: "2024",
};
const it = context(data, { geometry, wire });

test("what the checks find of a figure is told by period and region, and nothing of any other", () => {
  const checked = context({ ...data, checked: { 2024: { 17.01: "Check: above 100" } } }, { geometry, wire }).checked;
  assert.deepEqual(
    [checked("17.01", 1), checked("17.01", 0), checked("17.02", 1), it.checked("17.01", 1)],
    ["Check: above 100", "", "", ""],
  );
});

test("a map opens at its period, or at the newest where that is unknown", () => {
  assert.equal(it.period, 1);
  assert.equal(it.indexOf("1999"), 1);
  assert.equal(it.indexOf("2023"), 0);
});

test("a trend is drawn where there is more than one period", () => {
  assert.equal(it.has("trend"), true);
  assert.equal(context(data, { geometry, wire: { ...wire, periods: ["2024"], stops: [0] } }).has("trend"), false);
  assert.equal(it.has("lists"), false);
});

test("a path of relative moves spans what all of its rings span", () => {
  // 10 … 10 + 30; back at 10, 20 after the ring, then 100 further.
  assert.deepEqual(it.boxes.get("17.01"), { x: 10, y: 20 - 5, width: 10 + 100 - 10, height: 20 + 100 + 5 - 15 });
  const boxes = [
    { x: 0, y: 5, width: 10, height: 10 },
    { x: 20, y: 0, width: 5, height: 5 },
  ];
  assert.deepEqual(around(boxes), [0, 0, 20 + 5, 5 + 10]);
});

test("a region is read aloud with its figure, its period and what was printed, or with its gap", () => {
  assert.equal(it.label("17.01"), "Kaur: 76.5\u00a0%, 2024, printed: 76");
  assert.equal(it.label("17.02"), "Lebong: not reported, 2024");
  assert.equal(it.label("17.03"), "Seluma: no data, 2024");
});

test("a region's line stands beside those that it is read against, a sum beside nothing", () => {
  const lines = (code, ratio) =>
    trendLines({ data: { ...data, ratio }, values: it.values }, code).map(({ role }) => role);
  for (const [code, ratio, expected] of [
    ["17.01", true, ["chosen", "area"]],
    [null, true, ["area"]],
    ["17.01", false, ["chosen"]],
    ["17.02", false, ["area"]], // it has no figure
  ])
    assert.deepEqual(lines(code, ratio), expected);
});

test("a status names that of its counts where they differ", () => {
  const status = (own, counts) => statusText({ status: own, countsStatus: counts }, 0, texts);
  for (const [own, counts, expected] of [
    ["r", "r", "reported"],
    ["c", "r", "computed, counts reported"],
    ["r", "s", "press, simulated counts"],
    ["r", "-", "reported"],
  ])
    assert.equal(status(own, counts), expected);
  assert.equal(gapText({ status: "x" }, 0, texts), "not applicable");
  assert.equal(gapText(undefined, 0, texts), "no data");
});

test("under the map stands how many have a figure, of which status, and who said so", () => {
  const words = caption(it);
  assert.equal(words.counts(0), "1 reported of 3, 1 gaps · 1 not applicable");
  assert.equal(words.counts(1), "1 computed of 3, 2 gaps");
  assert.equal(words.sources(0), "Source: Office · Counts: Press");
  assert.equal(words.sources(1), "Source: Press");
});
