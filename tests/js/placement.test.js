import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agree,
  beside,
  costOf,
  isInside,
  keepsToItsFrame,
  runsOver,
  settle,
  tie,
  touches,
} from "../../components/explorer/placement.js";

const box = (x, y, w = 20, h = 10) => ({ x, y, w, h });
const at = (x, y) => ({ x, y });
// A label of 20 by 10 beside a dot.
const label = (dot, side, across, down = 0) => beside({ dot, w: 20, h: 10 }, side, across, down);

test("boxes touch where they overlap, and not where they only meet", () => {
  for (const [other, expected] of [
    [box(19, 9), true],
    [box(20, 0), false], // 20 / 2 + 20 / 2
    [box(0, 10), false], // 10 / 2 + 10 / 2
  ])
    assert.equal(touches(box(0, 0), other), expected);
});

test("a line leads from the dot to the end of the label that looks at it", () => {
  const [right, left] = [label(at(100, 100), 1, 30, 5), label(at(100, 100), -1, 30)];
  assert.deepEqual(tie(right), [at(100, 100), at(100 + 30, 105)]);
  assert.deepEqual(tie(left), [at(100, 100), at(100 - 30, 100)]);
  assert.equal(right.x, 100 + 30 + 20 / 2);
});

test("a line runs over a box only where it goes through it", () => {
  for (const [line, expected] of [
    [[at(-50, 0), at(50, 0)], true],
    [[at(-50, 6), at(50, 6)], false], // 10 / 2 is less than 6
    [[at(0, -50), at(0, 50)], true],
    [[at(-50, 0), at(-11, 0)], false], // ends before 20 / 2
    [[at(-50, -50), at(50, 50)], true],
    [[at(-50, -20), at(0, 30)], false], // passes the corner (-10, 5) at (-25, 5)
  ])
    assert.equal(runsOver(line, box(0, 0)), expected);
});

test("two labels agree where neither box, line nor dot of one is in the other's way", () => {
  const one = label(at(0, 0), 1, 30); // its line from 0 to 30, its box from 30 to 50
  for (const [other, expected] of [
    [label(at(0, 100), 1, 30), true],
    [label(at(0, 5), 1, 30), false], // the boxes touch
    [{ ...box(15, 0), from: null }, false], // on the line
    [label(at(15, -30), 1, 5, 60), false], // its line crosses
    [label(at(40, 20), 1, 40), true],
    [label(at(40, 0), 1, 40), false], // its dot lies under the box
    [label(at(15, 2), -1, 40, 60), false], // the line passes within 4 pixels of its dot
  ]) {
    assert.equal(agree(one, other), expected);
    assert.equal(agree(other, one), expected);
  }
});

test("a long and a steep line cost more, and a label on its own region nothing but what is said against it", () => {
  assert.ok(costOf(label(at(0, 0), 1, 30)) < costOf(label(at(0, 0), 1, 60)));
  assert.ok(costOf(label(at(0, 0), 1, 50)) < costOf(label(at(0, 0), 1, 30, 40))); // both are 50 long
  assert.equal(costOf({ ...box(0, 0), from: null, against: 3 }), 3);
});

const wanted = (code, weight, ...places) => ({
  code,
  weight,
  places: places.map((place) => ({ ...place, cost: costOf(place) })),
});
const placed = (all) => Object.fromEntries(settle(all).map(({ code, x, y }) => [code, [x, y]]));

test("labels move over so that all have a place, however many want the same one", () => {
  const near = { ...box(0, 30), from: null };
  const [left, right] = [label(at(0, 0), -1, 20), label(at(0, 0), 1, 20)];
  assert.deepEqual(placed([wanted("a", 0, near, left), wanted("b", 0, near)]), { a: [left.x, 0], b: [0, 30] });
  const lower = label(at(0, 10), -1, 20); // where it stands, `left` does not fit
  const three = [wanted("a", 0, near, left, right), wanted("b", 0, near, lower), wanted("c", 0, near)];
  assert.deepEqual(placed(three), { a: [right.x, 0], b: [lower.x, 10], c: [0, 30] });
});

test("where not all have room the heavier stays", () => {
  const near = { ...box(0, 0), from: null };
  assert.deepEqual(Object.keys(placed([wanted("light", 0, near), wanted("heavy", 1, near)])), ["heavy"]);
  assert.deepEqual(Object.keys(placed([wanted("heavy", 1, near), wanted("light", 0, near)])), ["heavy"]);
});

test("two labels change places where both together have shorter lines", () => {
  const [low, high] = [label(at(0, 100), 1, 30, -100), label(at(0, 100), 1, 30)];
  const [other, own] = [label(at(-4, 0), 1, 34, 100), label(at(-4, 0), 1, 34, 2)];
  // Only the two levels 0 and 100 are free: each is to take the one at its own dot.
  assert.deepEqual(placed([wanted("a", 0, high, low), wanted("b", 0, own, other)]), {
    a: [high.x, high.y],
    b: [own.x, own.y],
  });
});

test("a label of what lies in a frame stands whole in it or outside, any other keeps off with its line", () => {
  const [frame, air] = [box(100, 100, 60, 60), 3];
  const home = box(100, 100, 5, 5);
  const elsewhere = box(300, 300, 5, 5);
  for (const [spot, region, expected] of [
    [box(100, 100), home, true],
    [box(117, 100), home, true], // (60 - 20) / 2 - 3
    [box(118, 100), home, false],
    [box(100, 123), home, false], // more than (60 - 10) / 2 - 3
    [box(180, 100, 55, 10), home, true], // outside: 180 - 55 / 2 is more than 100 + 60 / 2
    [box(100, 100), elsewhere, false],
    [box(300, 300), elsewhere, true],
    [label(at(-100, 100), 1, 400), elsewhere, false], // its line runs through the frame
  ])
    assert.equal(keepsToItsFrame(spot, region, [frame], air), expected);
});

test("a label is whole in the window", () => {
  const window = { width: 100, height: 50 };
  for (const [spot, expected] of [
    [box(12, 25), true], // 20 / 2 + 2
    [box(11, 25), false],
    [box(50, 7), true], // 10 / 2 + 2
    [box(50, 6), false],
    [box(89, 25), false],
    [box(50, 44), false],
  ])
    assert.equal(isInside(spot, window), expected);
});
