import assert from "node:assert/strict";
import { test } from "node:test";
import { allowed, centred, clamped, fit, middleOf, zoomed } from "../../components/explorer/transform.js";

const SIZE = { width: 1000, height: 500 };
const BOX = [0, 0, 1000, 1000];
const HOME = fit(BOX, SIZE);

test("a box is whole in the window, in its middle, with a margin of 4 % on each side", () => {
  assert.equal(HOME.scale, ((1 - 2 * 0.04) * 500) / 1000);
  assert.deepEqual([HOME.x, HOME.y], [(1000 - 460) / 2, (500 - 460) / 2]);
  assert.deepEqual(middleOf(HOME, SIZE), [500, 500]);
});

test("a map is never smaller than whole, and never 40 times as large", () => {
  for (const [scale, expected] of [
    [0.1, HOME.scale],
    [1, 1],
    [100, 40 * HOME.scale],
  ])
    assert.equal(allowed(scale, HOME), expected);
});

test("a point is brought into the middle", () => {
  assert.deepEqual(middleOf(centred(300, 700, 2, SIZE), SIZE), [300, 700]);
});

test("the middle of the window never leaves the map", () => {
  for (const [point, expected] of [
    [
      [500, 500],
      [500, 500],
    ],
    [
      [-200, 1300],
      [0, 1000],
    ],
    [
      [1300, -200],
      [1000, 0],
    ],
  ])
    assert.deepEqual(middleOf(clamped(centred(...point, 2, SIZE), BOX, SIZE), SIZE), expected);
});

test("what lies under the pointer stays there while the map comes nearer", () => {
  const near = zoomed(HOME, 2, [100, 200], HOME);
  assert.equal(near.scale, 2 * HOME.scale);
  const under = ({ x, y, scale }) => [(100 - x) / scale, (200 - y) / scale].map(Math.round);
  assert.deepEqual(under(near), under(HOME));
});
