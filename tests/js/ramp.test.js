import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOn } from "../../components/explorer/ramp.js";

const BREAKS = [20, 30, 40, 60];
const RANGE = [5, 86];

test("a value stands on the strip of its class, as far along as between its limits", () => {
  for (const [value, expected] of [
    [25, (1 + 0.5) / 5],
    [37, (2 + 0.7) / 5],
    [60, (3 + 1) / 5], // a limit belongs to the class below it
    [5, 0],
    [86, 1],
    [73, (4 + 13 / 26) / 5],
  ])
    assert.ok(Math.abs(placeOn(value, BREAKS, RANGE) - expected) < 1e-9, `${value}`);
});

test("a value beyond the figures of the regions stays on the strip", () => {
  assert.equal(placeOn(2, BREAKS, RANGE), 0);
  assert.equal(placeOn(99, BREAKS, RANGE), 1);
  // Own limits beyond all figures: the last class has no width.
  assert.equal(placeOn(50, [90], [10, 80]), (50 - 10) / (90 - 10) / 2);
});
