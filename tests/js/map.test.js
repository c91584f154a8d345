import assert from "node:assert/strict";
import { test } from "node:test";
import { isInSight, onGrid } from "../../components/explorer/fine.js";
import { neighbour } from "../../components/explorer/keyboard.js";
import { isDark } from "../../components/explorer/lightness.js";

test("an arrow leads to the nearest region that lies that way, within a quarter circle", () => {
  const points = new Map([
    ["here", [0, 0]],
    ["east", [10, 0]],
    ["aside", [9, 8]], // 9 + 2 * 8 is further than 10
    ["west", [-5, 4]],
    ["steep", [4, -5]],
  ]);
  for (const [way, expected] of [
    [[1, 0], "east"],
    [[-1, 0], "west"],
    [[0, -1], "steep"],
    [[0, 1], null], // all others lie more aside than below
  ])
    assert.equal(neighbour(points, "here", way), expected);
});

test("a ground is dark by its own lightness", () => {
  for (const [colour, expected] of [
    ["#ffffff", false],
    [" #0e1117", true],
    ["rgb(14, 17, 23)", true],
    ["#00ff00", false], // 0.587 * 255 = 150
    ["#0000ff", true], // 0.114 * 255 = 29
    ["", false],
  ])
    assert.equal(isDark(colour), expected);
});

test("a province is in sight where any of it is in the window", () => {
  const [box, size] = [
    { x: 10, y: 10, width: 20, height: 20 },
    { width: 100, height: 100 },
  ];
  for (const [view, expected] of [
    [{ x: 0, y: 0, scale: 1 }, true],
    [{ x: -30, y: 0, scale: 1 }, false], // -30 + 10 + 20
    [{ x: 90, y: 0, scale: 1 }, false], // 90 + 10
    [{ x: 0, y: -59, scale: 2 }, true], // -59 + 2 * (10 + 20)
  ])
    assert.equal(isInSight(box, view, size), expected);
});

test("a path of a finer grid is brought to that of the map", () => {
  assert.equal(onGrid("m10 -5l3 0z", 0.25), "m2.5  -1.25 l0.75  0 z");
});
