import assert from "node:assert/strict";
import { test } from "node:test";
import { lengths, placeOf, ranked } from "../../components/explorer/ranking.js";

const RATE = { share: 0.8, isCount: false };
const of = (figures, statuses = {}) => ({
  at: (code) => code in figures && { shown: [figures[code]], status: [statuses[code] ?? "r"] },
});
const rank = (figures, rule = RATE, better = "higher", statuses = {}) =>
  ranked(of(figures, statuses), Object.keys(figures), 0, { better, rule });

test("equal figures share a rank, and the next one counts them both", () => {
  const { rank: ranks } = rank({ a: 90, b: 80, c: 80, d: 70 });
  assert.deepEqual(
    [...ranks],
    [
      ["a", 1],
      ["b", 2],
      ["c", 2],
      ["d", 4],
    ],
  );
});

test("where less is better the lowest is first, and the list still runs from the highest", () => {
  const found = rank({ a: 5, b: 9 }, RATE, "lower");
  assert.deepEqual([found.rank.get("a"), found.rank.get("b")], [1, 2]);
  assert.deepEqual(
    [found.known, found.order],
    [
      ["b", "a"],
      ["a", "b"],
    ],
  );
});

test("a set is ranked from its share of figures on, of the regions that it applies to", () => {
  for (const [figures, statuses, isRanked] of [
    [{ a: 1, b: 2, c: 3, d: 4, e: NaN }, {}, true], // 4 of 5 = 0.8
    [{ a: 1, b: 2, c: 3, d: NaN, e: NaN }, {}, false], // 3 of 5 = 0.6
    [{ a: 1, b: 2, c: 3, d: NaN, e: NaN }, { d: "x", e: "x" }, true], // 3 of 5 - 2
    [{ a: NaN }, {}, false],
  ])
    assert.equal(rank(figures, RATE, "higher", statuses).isRanked, isRanked);
});

test("absolute counts are never ranked", () => {
  const found = rank({ a: 1, b: 2 }, { share: 0.8, isCount: true }, "lower");
  assert.deepEqual([found.isRanked, found.rank.size, found.order], [false, 0, ["b", "a"]]);
});

test("up to so many regions stand in one list, and of more both ends", () => {
  for (const [known, isRanked, expected] of [
    [20, true, [20, 0]],
    [21, true, [10, 10]],
    [514, true, [10, 10]],
    [2, false, [2, 0]],
    [200, false, [20, 0]],
  ])
    assert.deepEqual(lengths(known, isRanked, 10, 20), expected);
});

test("the area's own figure stands under those that exceed it, where both are shares of the same", () => {
  const values = (figures, regimes = {}) => ({
    at: (code) => code in figures && { shown: [figures[code]], regimes: regimes[code] ?? "" },
  });
  const known = ["b", "a"];
  for (const [area, regimes, expected] of [
    [90, {}, 0],
    [50, {}, 1],
    [60, {}, 1], // no figure of its own is over itself
    [10, {}, 2],
    [NaN, {}, null],
    [50, { x: "A", b: "B" }, null],
    [50, { x: "A", b: "-" }, 1],
  ])
    assert.equal(placeOf(values({ x: area, a: 20, b: 60 }, regimes), "x", known, 0), expected);
  assert.equal(placeOf(values({ x: 50 }), "x", [], 0), null);
});
