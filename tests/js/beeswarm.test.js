import assert from "node:assert/strict";
import { test } from "node:test";
import { swarm } from "../../components/deck/beeswarm.js";

const SIZE = 10;
const dots = (...xs) => xs.map((x, i) => ({ code: String(i), x }));

test("dots that have room stand on the line", () => {
  assert.deepEqual(
    swarm(dots(0, SIZE, 3 * SIZE), SIZE, 100).map(({ y }) => y),
    [0, 0, 0],
  );
});

test("no dot lies on another", () => {
  const placed = swarm(dots(50, 50, 50, 52, 54, 54), SIZE, 100);
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1))
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 0.98 * SIZE, `${a.code} ${b.code}`);
});

test("dots of one value stand above and below the line in turn", () => {
  assert.deepEqual(
    swarm(dots(0, 0, 0), SIZE, 100).map(({ y }) => y),
    [0, 4 * (SIZE / 4), -4 * (SIZE / 4)],
  );
  // Beside another by 8 of 10, a dot is free from 6 on: by quarters of its width that is 7.5.
  assert.equal(swarm(dots(0, 8), SIZE, 100)[1].y, 3 * (SIZE / 4));
});

test("a crowd stays within its room", () => {
  const placed = swarm(dots(...Array(40).fill(0)), SIZE, 25);
  assert.equal(Math.max(...placed.map(({ y }) => Math.abs(y))), 25);
});
