import assert from "node:assert/strict";
import { test } from "node:test";
import { formatter, rounded } from "../../components/explorer/format.js";

const texts = {
  percent: "{value} %",
  rupiah: "Rp {value}",
  counted: "{value} desa",
  billion: "miliar",
  million: "juta",
  quarter: "Triwulan {quarter} {year}",
};
const indonesian = (unit, decimals = 1) => formatter({ locale: "id", unit, decimals, texts });
const english = (unit, decimals = 1) => formatter({ locale: "en", unit, decimals, texts });

test("a figure is rounded half up on its written decimals", () => {
  for (const [value, decimals, expected] of [
    [17.05, 1, 17.1],
    [1.005, 2, 1.01], // toFixed says 1.00
    [-2.5, 0, -3], // away from 0, as Intl and Python do
    [1e-9, 1, 0],
  ])
    assert.equal(rounded(value, decimals), expected);
});

test("a number is written with the signs of its language", () => {
  for (const [format, value, expected] of [
    [indonesian("percent"), 1234.5, "1.234,5"],
    [english("percent"), 1234.5, "1,234.5"],
    [english("percent"), -0.5, "−0.5"],
  ])
    assert.equal(format.number(value), expected);
});

test("a change has its sign, and nothing has none", () => {
  const format = formatter({ locale: "id", unit: "points", decimals: 1, texts: { ...texts, points: "{value} poin" } });
  assert.deepEqual(
    [1.25, -1.25, 0].map((value) => format.bare(rounded(value, 1))),
    ["+1,3", "−1,3", "0,0"],
  );
  assert.equal(format.value(2), "+2,0\u00a0poin");
});

test("a number stays on one line with its unit", () => {
  assert.equal(indonesian("percent").value(75), "75,0\u00a0%");
  assert.equal(indonesian("villages", 0).value(62), "62\u00a0desa");
});

test("rupiah are written in the largest word that they reach", () => {
  for (const [value, expected] of [
    [2 * 1e9, "2\u00a0miliar"],
    [1.5 * 1e9, "1,5\u00a0miliar"],
    [1e9, "1\u00a0miliar"],
    [1e9 - 1, "1.000,0\u00a0juta"],
    [999_999, "999.999"],
  ])
    assert.equal(indonesian("rupiah").bare(value), expected);
});

test("a printed figure keeps the decimals that its source printed", () => {
  for (const [text, expected] of [
    ["75", "75"],
    ["75.0", "75,0"],
    ["75.123", "75,123"],
  ])
    assert.equal(indonesian("percent").printed(text), expected);
});

test("a period is a year, a quarter or a month", () => {
  for (const [code, expected] of [
    ["2024", "2024"],
    ["2024-Q3", "Triwulan III 2024"],
    ["2024-11", "November 2024"],
  ])
    assert.equal(indonesian("percent").period(code), expected);
  assert.equal(indonesian("percent").shortPeriod("2024-08"), "Agu 2024");
});

test("a change has its sign, and what shows as nothing is less than the last decimal", () => {
  for (const [value, decimals, expected] of [
    [1.66, 1, "+1,7"],
    [-4.6, 0, "−5"],
    [0.3, 0, "+<1"],
    [-0.04, 1, "−<0,1"],
    [0, 1, "0,0"],
  ])
    assert.equal(indonesian("percent").change({ value, decimals }), expected);
});
