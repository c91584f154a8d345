import assert from "node:assert/strict";
import { test } from "node:test";
import { bareAt, changeAt, classRows, decode, GAP_CLASS, printedAt } from "../../components/explorer/values.js";

// Three regions in two periods; counts travel as differences from the period before.
const wire = {
  periods: ["2023", "2024"],
  stops: [0, 1],
  sources: {},
  codes: ["17.01", "17.02", "17.03"],
  numerator: [[30, 15], null, [1, null]],
  denominator: [[60, 0], null, [0, null]],
  value: [null, [80.25, 81.241], null],
  decimals: ["--", "-2", "--"],
  status: ["cc", "rr", "nx"],
  counts: ["rr", "--", "rr"],
  source: ["aa", "bb", "  "],
  counted: ["aa", "  ", "  "],
  printed: { 17.02: { 2024: "81.00" } },
};
const values = decode(wire, 1);

test("counts are summed up from their differences, and a rate is computed from them", () => {
  const { numerator, denominator, value } = values.at("17.01");
  assert.deepEqual([...numerator], [30, 30 + 15]);
  assert.deepEqual([...denominator], [60, 60 + 0]);
  assert.deepEqual([...value], [(100 * 30) / 60, (100 * (30 + 15)) / 60]);
});

test("a gap in the counts is no figure, and nothing is divided by nothing", () => {
  assert.deepEqual([...values.at("17.03").numerator], [1, NaN]);
  assert.deepEqual([...values.at("17.03").value], [NaN, NaN]);
});

test("a given value stands, with the decimals of its source or of the indicator", () => {
  const { value, shown, classed, decimals } = values.at("17.02");
  assert.deepEqual([...value], [80.25, 81.241]);
  assert.deepEqual([...decimals], [1, 2]);
  assert.deepEqual([...shown], [80.3, 81.24]);
  assert.deepEqual([...classed], [80.3, 81.2]);
});

test("a printed figure is told where it disagrees with the counts", () => {
  assert.equal(printedAt(values, "17.02", 1), "81.00");
  assert.equal(printedAt(values, "17.02", 0), undefined);
  assert.equal(bareAt(values, { bare: (value, digits) => value.toFixed(digits) }, "17.02", 1), "81.24");
});

test("a class holds its upper limit and not its lower one", () => {
  const at = (value) => decode({ ...wire, value: [[value, value], null, null] }, 1);
  for (const [value, expected] of [
    [49.9, 0],
    [50, 0],
    [50.04, 0], // shown as 50.0
    [50.06, 1], // shown as 50.1
    [75.1, 2],
  ])
    assert.equal(classRows(at(value), ["17.01"], [50, 75])[0][0], expected);
});

test("a figure is classed by the indicator's decimals, however many its source printed", () => {
  assert.equal(classRows(values, ["17.02"], [81.2])[1][0], 0); // 81.24, and 81.2 as the breaks are written
});

test("a region without a figure has the class of its gap", () => {
  const rows = classRows(values, ["17.01", "17.03", "99.99"], [50]);
  assert.deepEqual([...rows[0]], [0, GAP_CLASS.n, GAP_CLASS.h]);
  assert.deepEqual([...rows[1]], [1, GAP_CLASS.x, GAP_CLASS.h]);
});

test("a change is over a year, as exact as the coarser figure, and none where the denominators are two", () => {
  assert.deepEqual(changeAt(values, "17.02", 1), { value: 0.991, decimals: 1 }); // 81.241 - 80.25
  assert.equal(changeAt(values, "17.02", 0), null);
  assert.equal(changeAt(values, "17.03", 1), null);
  const months = { ...wire, periods: ["2023-11", "2024-11"] };
  assert.equal(changeAt(decode(months, 1), "17.01", 1).value, 75 - 50);
  assert.equal(changeAt(decode({ ...wire, periods: ["2022", "2024"] }, 1), "17.01", 1), null);
  assert.equal(changeAt(decode({ ...wire, regimes: ["AB", "--", "--"] }, 1), "17.01", 1), null);
});
