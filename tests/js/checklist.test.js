import assert from "node:assert/strict";
import { test } from "node:test";
import { fits } from "../../components/screens/villages/checklist/filter.js";
import { stateOf } from "../../components/screens/villages/checklist/row.js";

const item = { name: "Pare-Pare", district: "Kec. Ujung" };

test("a line fits every word of its name or district, in any order", () => {
  for (const [typed, expected] of [
    ["", true],
    ["pare", true],
    ["UJUNG pare", true],
    ["pare pare", true],
    ["kec ujung", true],
    ["pare kaur", false],
  ])
    assert.equal(fits(item, false, "all", typed), expected);
});

test("a line fits its filter as well as its words", () => {
  for (const [isDone, filter, expected] of [
    [true, "done", true],
    [true, "open", false],
    [false, "done", false],
    [false, "open", true],
  ])
    assert.equal(fits(item, isDone, filter, "pare"), expected);
  assert.equal(fits(item, true, "done", "kaur"), false);
});

test("a line says that it is being saved, why it was not, or who ticked it when", () => {
  const texts = { saving: "saving", done: "done", open: "not yet", by: "{state}, {who} {when}" };
  const ticked = { done: true, by: "Ani", when: "14:05" };
  for (const [row, isWaiting, expected] of [
    [{ item: ticked, refused: "no" }, true, "saving"],
    [{ item: ticked, refused: "no" }, false, "no"],
    [{ item: ticked }, false, "done, Ani 14:05"],
    [{ item: { done: false, by: "" } }, false, "not yet"],
  ])
    assert.equal(stateOf(row, isWaiting, texts), expected);
});
