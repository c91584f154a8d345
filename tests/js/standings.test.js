import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, inOrder, left, sentence, sumOf } from "../../components/deck/standings.js";

const row = (code, done, whole, more = {}) => ({ code, done, whole, period: "2022", isLive: false, ...more });
const LIVE = { needs: { 17.01: 50 }, wholes: { 17.02: 80 } };

test("nobody has less than nothing left to do", () => {
  assert.deepEqual([left(row("a", 19, 62)), left(row("a", 63, 62))], [62 - 19, 0]);
});

test("whoever has most left to do comes first, of equals the larger, then the lower code", () => {
  const rows = [row("b", 5, 10), row("d", 15, 20), row("c", 15, 20), row("a", 0, 9)];
  assert.deepEqual(
    inOrder(rows).map(({ code }) => code),
    ["a", "c", "d", "b"], // 9, 5 of 20, 5 of 20, 5 of 10
  );
});

test("what is left is summed up by region, for one that has more than all makes up for no other", () => {
  assert.deepEqual(sumOf([row("a", 12, 10), row("b", 4, 10)]), { done: 12 + 4, whole: 10 + 10, left: 0 + 6 });
});

test("a list counts in place of the published figures, by the whole that is published", () => {
  const [first, second, third] = counted(
    [row("17.01", 19, 62), row("17.02", 1, 80)],
    { 17.02: [7, 70], 17.03: [1, 5] },
    LIVE,
  );
  assert.deepEqual(first, row("17.01", 19, 62));
  assert.deepEqual(second, { code: "17.02", done: 7, whole: 80, period: "", isLive: true });
  assert.deepEqual(third, { code: "17.03", done: 1, whole: 5, period: "", isLive: true });
});

test("a list that names only some of a regency's villages counts nowhere", () => {
  const rows = [row("17.01", 19, 62)];
  for (const [list, done] of [
    [[3, 49], 19],
    [[3, 50], 3],
    [[0, 0], 19],
  ])
    assert.equal(counted(rows, { 17.01: list }, LIVE)[0].done, done);
  assert.deepEqual(counted(rows, { 17.05: [0, 0] }, LIVE), rows);
});

test("the sentence names the region with most left, alone, among equals, or none", () => {
  const says = {
    alone: "{region}: {done} of {whole}",
    alone_all: "{region}: all {whole}",
    sum: "{done} of {whole} in {count}",
    sum_all: "all {whole} in {count}",
    most: "most in {region}: {left}",
    tied: "most in {region} and {count} others: {left}",
  };
  const written = { name: (code) => code.toUpperCase(), count: String };
  for (const [rows, expected] of [
    [[row("a", 19, 62)], "A: 19 of 62"],
    [[row("a", 62, 62)], "A: all 62"],
    [[row("a", 0, 9), row("b", 5, 10)], "5 of 19 in 2 most in A: 9"],
    [[row("a", 5, 10), row("b", 5, 10), row("c", 9, 10)], "19 of 30 in 3 most in A and 1 others: 5"],
    [[row("a", 9, 9), row("b", 1, 1)], "all 10 in 2"],
  ])
    assert.equal(sentence(rows, says, written), expected);
});
