import assert from "node:assert/strict";
import { test } from "node:test";
import { isInside, isUntangled, keepsToItsFrame, placesOf, tie, touches } from "../../components/explorer/placement.js";

const box = (x, y, w = 20, h = 10) => ({ x, y, w, h });

test("boxes touch where they overlap, and not where they only meet", () => {
  for (const [other, expected] of [
    [box(19, 9), true],
    [box(20, 0), false], // 20 / 2 + 20 / 2
    [box(0, 10), false], // 10 / 2 + 10 / 2
  ])
    assert.equal(touches(box(0, 0), other), expected);
});

test("a label stands on its region first, then level beside it, each place further out", () => {
  const [own, right, left, below] = placesOf(box(100, 100), 10);
  assert.deepEqual([own.x, own.y, own.from], [100, 100, undefined]);
  assert.deepEqual([right.x, right.y], [100 + 20 / 2 + 0.4 * 10, 100]);
  assert.deepEqual([Math.round(left.x), Math.round(left.y)], [100 - 20 / 2 - 0.4 * 10, 100]);
  assert.deepEqual([Math.round(below.x), Math.round(below.y)], [100, 100 + 10 / 2 + 0.4 * 10]);
  assert.deepEqual(right.from, { x: 100, y: 100 });
  assert.equal(placesOf(box(100, 100), 10).length, 1 + 8 * 16);
});

test("the line back ends at the edge of the label", () => {
  assert.deepEqual(tie({ ...box(100, 0), from: { x: 0, y: 0 } }), [
    { x: 0, y: 0 },
    { x: 100 - 20 / 2, y: 0 },
  ]);
  assert.deepEqual(tie({ ...box(0, 100), from: { x: 0, y: 0 } })[1], { x: 0, y: 100 - 10 / 2 });
});

test("no line back crosses another or runs over a name", () => {
  const across = { ...box(100, 0), from: { x: 0, y: 0 } };
  for (const [other, expected] of [
    [box(50, 0), false], // on the line
    [box(50, 20), true],
    [{ ...box(50, -60), from: { x: 50, y: 60 } }, false], // its line crosses
    [{ ...box(200, 60), from: { x: 200, y: -60 } }, true],
  ])
    assert.equal(isUntangled(across, [other]), expected);
  assert.equal(isUntangled(box(50, 0), [across]), false); // the other's line runs over this name
});

test("a name keeps within the frame of its region, and off every other one", () => {
  const [frame, air] = [box(100, 100, 60, 60), 3];
  const home = box(100, 100, 5, 5);
  const elsewhere = box(300, 300, 5, 5);
  for (const [spot, region, expected] of [
    [box(100, 100), home, true],
    [box(117, 100), home, true], // (60 - 20) / 2 - 3
    [box(118, 100), home, false],
    [box(100, 120), home, false], // more than (60 - 10) / 2 - 2 * 3
    [box(180, 100, 55, 10), home, true], // wider than 60 - 2 * 3: the frame has no room for it
    [box(100, 100), elsewhere, false],
    [box(300, 300), elsewhere, true],
    [{ ...box(300, 100), from: { x: -100, y: 100 } }, elsewhere, false], // its line runs through the frame
  ])
    assert.equal(keepsToItsFrame(spot, region, [frame], air), expected);
});

test("a label is whole in the window", () => {
  const window = { width: 100, height: 50 };
  for (const [spot, expected] of [
    [box(11, 11), true],
    [box(10, 25), false], // 20 / 2
    [box(50, 10), false], // 10
    [box(90, 25), false], // 100 - 20 / 2
    [box(50, 40), false], // 50 - 10
  ])
    assert.equal(isInside(spot, window), expected);
});
