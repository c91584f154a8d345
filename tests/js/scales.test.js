import assert from "node:assert/strict";
import { test } from "node:test";
import { levelsOf, niceTicks, pieces, scale, spread } from "../../components/explorer/scales.js";

test("an axis is marked at round levels that reach around its figures", () => {
  for (const [low, high, count, expected] of [
    [0, 100, 4, [0, 25, 50, 75, 100]],
    [12, 88, 4, [0, 20, 40, 60, 80, 100]],
    [71.2, 74.9, 4, [71, 72, 73, 74, 75]],
    [50, 50, 4, [40, 60]],
    [0, 0, 4, [0, 1]],
    [-3, 7, 5, [-4, -2, 0, 2, 4, 6, 8]],
  ])
    assert.deepEqual(niceTicks(low, high, count), expected);
});

test("levels are written with the decimals of their step", () => {
  const format = { bare: (value, decimals) => value.toFixed(decimals) };
  const texts = (ticks) => levelsOf(ticks, format).map(({ text }) => text);
  assert.deepEqual(texts([70, 72.5, 75]), ["70.0", "72.5", "75.0"]);
  assert.deepEqual(texts([0.1, 0.2, 0.30000000000000004]), ["0.1", "0.2", "0.3"]);
  assert.deepEqual(texts([0, 25]), ["0", "25"]);
});

test("a line is solid between neighbouring periods and dashed across gaps", () => {
  for (const [periods, shown, expected] of [
    [
      ["2021", "2022", "2023"],
      [1, 2, 3],
      [true, true],
    ],
    [["2021", "2022", "2023"], [1, NaN, 3], [false]],
    [
      ["2024-Q1", "2024-Q2", "2024-Q4"],
      [1, 2, 3],
      [true, false],
    ],
    [
      ["2023-12", "2024-01", "2024-03"],
      [1, 2, 3],
      [true, false],
    ],
  ])
    assert.deepEqual(
      pieces(periods, shown).pairs.map(({ solid }) => solid),
      expected,
    );
});

test("only figures have points", () => {
  const { known } = pieces(["2021", "2022", "2023"], [NaN, 5, NaN]);
  assert.deepEqual(known, [{ period: "2022", i: 1, month: 12 * 2022 + 11, value: 5 }]);
});

test("a scale spans the room within its padding", () => {
  const pad = { left: 40, right: 60, top: 10, bottom: 30 };
  const steps = [{ tick: 50 }, { tick: 75 }, { tick: 100 }];
  const { x, y } = scale({ from: 12, to: 36, steps, width: 500, height: 240, pad });
  assert.deepEqual([12, 24, 36].map(x), [40, 40 + (500 - 40 - 60) / 2, 500 - 60]);
  assert.deepEqual([50, 75, 100].map(y), [240 - 30, 240 - 30 - (240 - 10 - 30) / 2, 10]);
  // One month alone has no span.
  assert.equal(scale({ from: 12, to: 12, steps, width: 500, height: 240, pad }).x(12), 40);
});

test("names at the ends keep their order and their distance", () => {
  const at = (ends, gap) => spread(ends, gap).map(({ name, at: place }) => [name, place]);
  const ends = [
    { name: "b", y: 105, at: 105 },
    { name: "a", y: 100, at: 100 },
    { name: "c", y: 200, at: 200 },
  ];
  assert.deepEqual(at(ends, 30), [
    ["a", 100],
    ["b", 100 + 30],
    ["c", 200],
  ]);
  const tall = [
    { name: "a", y: 0, at: 0, rows: [""] },
    { name: "b", y: 1, at: 1, rows: ["", ""] },
  ];
  assert.deepEqual(at(tall, 30), [
    ["a", 0],
    ["b", 0 + 2 * 30],
  ]);
});
