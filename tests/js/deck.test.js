import assert from "node:assert/strict";
import { test } from "node:test";
import { goalRows, lifted } from "../../components/deck/linenames.js";
import { spanOf, stroke } from "../../components/deck/lines.js";
import { namesOf } from "../../components/deck/names.js";
import { placeIn, placeOf } from "../../components/deck/place.js";
import { lasting } from "../../components/deck/presenter.js";
import { lengths } from "../../components/explorer/ranking.js";
import { stepped } from "../../components/explorer/search.js";

test("time passes in hours, minutes and seconds", () => {
  for (const [milliseconds, expected] of [
    [0, "00:00:00"],
    [59_999, "00:00:59"],
    [(2 * 3600 + 5 * 60 + 7) * 1000, "02:05:07"],
  ])
    assert.equal(lasting(milliseconds), expected);
});

test("a fragment names a slide by its id or its number, within the deck", () => {
  const ids = ["key", "map", "profile-17.01"];
  for (const [fragment, expected] of [
    ["map", 1],
    ["3", 2],
    ["99", 2],
    ["0", 0],
    ["", 0],
    ["profile-99.99", 0],
  ])
    assert.equal(placeIn(ids, fragment), expected);
});

test("a slide is found again after an edit; where it is gone its place is kept", () => {
  const slides = [{ id: "key" }, { id: "map" }];
  for (const [id, index, expected] of [
    ["map", 0, 1],
    ["gap", 0, 0],
    ["gap", 7, 1],
  ])
    assert.equal(placeOf(slides, id, index), expected);
});

test("one stroke is drawn as far as neighbours reach", () => {
  const at = { x: (month) => month, y: (value) => -value };
  const point = (month) => ({ month, value: month });
  const pair = (from, to, solid) => ({ from: point(from), to: point(to), solid });
  const pairs = [pair(1, 2, true), pair(2, 3, true), pair(3, 5, false), pair(5, 6, true)];
  assert.equal(stroke(pairs, true, at), "M1 -1L2 -2L3 -3M5 -5L6 -6");
  assert.equal(stroke(pairs, false, at), "M3 -3L5 -5");
});

test("a chart spans the first figure of any line to the deck's own period", () => {
  const shown = { a: [NaN, NaN, 3, 4], b: [NaN, 2, NaN, 4] };
  const periods = ["2021", "2022", "2023", "2024"];
  const values = {
    periods,
    at: (code) => code in shown && { shown: shown[code], decimals: [0, 1, 2, 3], regimes: "" },
  };
  const cut = spanOf(values, [{ code: "a" }, { code: "b" }], 2);
  assert.deepEqual(cut.periods, ["2022", "2023"]);
  assert.deepEqual(cut.at("a"), { shown: [NaN, 3], decimals: [1, 2], regimes: "" });
  assert.equal(spanOf(values, [], -1), values);
});

test("names below the floor move up, and those in their way with them", () => {
  const list = [
    { at: 80, rows: [""] },
    { at: 95, rows: ["", ""] },
    { at: 120, rows: [""] },
  ];
  assert.deepEqual(
    lifted(list, 10, 100).map(({ at }) => at),
    [100 - 10 - 2 * 10, 100 - 10, 100],
  );
});

test("a target's name is broken between words, and no number from its sign", () => {
  // Ten pixels a letter.
  const measureText = (text) => ({ width: 10 * text.length });
  globalThis.document = { createElement: () => ({ getContext: () => ({ measureText }) }) };
  assert.deepEqual(goalRows({ series: "RPJMN", text: "99 % in 2029" }, 12 + 10 * 10, 28), [
    "RPJMN:",
    "99 % in",
    "2029",
  ]);
  assert.deepEqual(goalRows({ series: "RPJMN", text: "99 %" }, 1000, 28), ["RPJMN: 99 %"]);
});

test("with few regions nobody stands among the highest and the lowest", () => {
  for (const [known, isRanked, expected] of [
    [20, true, [5, 5]],
    [7, true, [4, 3]],
    [1, true, [1, 0]],
    [20, false, [10, 0]],
  ])
    assert.deepEqual(lengths(known, isRanked), expected);
});

test("arrows go through a list and around its ends", () => {
  for (const [at, by, expected] of [
    [-1, 1, 0],
    [-1, -1, 2],
    [0, -1, 2],
    [2, 1, 0],
  ])
    assert.equal(stepped(at, by, 3), expected);
});

test("a region is called by its number while names are hidden, in printed texts as well", () => {
  const deck = { names: { 17.01: "Kaur", 17: "Bengkulu" }, numbers: { 17.01: "Region 1" } };
  const it = {
    names: new Map([["17.01", "Kaur"]]),
    data: { names: { 17: "Bengkulu" } },
    texts: { nameHidden: "a region" },
  };
  const names = namesOf(deck, it);
  const text = "\ue00017.01\ue001 leads; Kaur in Bengkulu, Kaurs";
  assert.equal(names.write(text), "Kaur leads; Kaur in Bengkulu, Kaurs");
  names.hide(true);
  assert.equal(names.write(text), "Region 1 leads; a region in Bengkulu, Kaurs");
  assert.equal(names.tell("\ue00017.01\ue001"), "Region 1 (Kaur)");
  assert.equal(it.names.get("17.01"), "Region 1");
  assert.deepEqual(
    names.sought(false).map(({ name }) => name),
    ["Region 1"],
  );
});
