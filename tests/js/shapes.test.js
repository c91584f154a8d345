import assert from "node:assert/strict";
import { test } from "node:test";
import {
  between,
  circlePath,
  circleRing,
  eased,
  outlineRing,
  ringsOf,
  tilePath,
  tileRing,
} from "../../components/explorer/shape_paths.js";
import { blockNames, linesOf, setName } from "../../components/explorer/tile_names.js";

// Ten letters of one size are as wide as six of its heights.
const measure = (text, size) => text.length * size * 0.6;
const near = ([x, y], [a, b]) => assert.ok(Math.hypot(x - a, y - b) < 1e-9, `${x} ${y} is not ${a} ${b}`);

test("a circle and a tile are paths on the map's grid", () => {
  assert.equal(circlePath([10, 20, 3]), "M7 20a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z");
  assert.equal(tilePath([10, 20], 5), "M10 20h5v5h-5z");
});

test("the rings of a path begin where the pen is after the ring before", () => {
  assert.deepEqual(ringsOf("m1 1l2 0 0 2zm5-1l1 1-1 0z"), [
    [
      [1, 1],
      [3, 1],
      [3, 3],
    ],
    [
      [6, 0],
      [7, 1],
      [6, 1],
    ],
  ]);
});

test("rings have as many points each, from the west clockwise", () => {
  const circle = circleRing([10, 10, 5]);
  const tile = tileRing([5, 5], 10);
  // A square of the same size drawn against the clock, an islet before it.
  const outline = outlineRing("m50 50l1 0 0 1zm-45-45l0 10 10 0 0-10z");
  for (const ring of [circle, tile, outline]) assert.equal(ring.length, 24);
  near(circle[0], [5, 10]);
  near(circle[6], [10, 5]);
  near(tile[3], [5, 5]);
  near(tile[9], [15, 5]);
  assert.equal(Math.min(...outline.map(([x]) => x)), 5);
  assert.ok(outline[6][0] > outline[1][0] || outline[6][1] < outline[1][1]);
  assert.ok(outline.every(([x, y]) => x <= 15 && y <= 15));
});

test("between two rings lies one that begins as the first and ends as the second", () => {
  const [from, to] = [
    [
      [0, 0],
      [10, 0],
    ],
    [
      [4, 4],
      [10, 8],
    ],
  ];
  assert.equal(between(from, to, 0), "M0 0 10 0z");
  assert.equal(between(from, to, 0.5), "M2 2 10 4z");
  assert.equal(between(from, to, 1), "M4 4 10 8z");
  assert.deepEqual([eased(0), eased(0.5), eased(1)], [0, 0.5, 1]);
});

test("a name is set on as many lines as it needs", () => {
  assert.deepEqual(linesOf("Ogan Komering Ulu Timur", 10, 60, measure), ["Ogan", "Komering", "Ulu Timur"]);
});

test("a name has the largest letters that fit, and is cut where none do", () => {
  assert.deepEqual(setName("Kaur", 60, 40, measure), { size: 13, lines: ["Kaur"] });
  assert.equal(setName("Bengkulu Utara", 53, 40, measure).size, 11); // 8 letters: 53 / (8 * 0.6)
  assert.deepEqual(setName("Padangsidimpuan", 60, 40, measure), { size: 9, lines: ["Padangsidi…"] });
  assert.deepEqual(setName("Ogan Komering Ulu Timur", 50, 24, measure).lines, ["Ogan", "Komering"]);
});

test("a block's name stands on no tile and no other name", () => {
  const tile = (x, y) => ({ x, y, w: 10, h: 10 });
  const names = [
    ["Jatim", 0, 40],
    ["Bali", 20, 40], // 5 letters of 10 pixels before it end at 30
    ["NTB", 60, 40],
  ];
  const found = blockNames(names, [tile(0, 40), tile(62, 30)], 10, measure);
  assert.deepEqual(
    found.map(({ text }) => text),
    ["Jatim"],
  );
});
