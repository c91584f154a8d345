import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf } from "../../components/screens/small_charts/small_charts.js";

test("a run goes from point to point, and the drawing counts from above", () => {
  assert.equal(pathOf([0, 0, 0, 500, 250, 1000, 1000]), "M0 1000L500 750L1000 0");
});

test("a point that no line reaches is a line of no length, whose round cap is a dot", () => {
  assert.equal(pathOf([2, 300, 400]), "M300 600l0 0");
});
