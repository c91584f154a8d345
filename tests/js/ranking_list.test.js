import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, place, sides } from "../../components/screens/ranking_list/ranking_list.js";

const AXIS = { low: 0, high: 80 };
const line = (at, country = false) => ({ at, country });

test("a figure stands at its part of the axis, which may begin below zero", () => {
  assert.equal(place(20, AXIS), (100 * 20) / 80);
  assert.equal(place(-10, { low: -10, high: 10 }), 0);
  assert.equal(place(0, { low: -10, high: 10 }), 50);
});

test("of two lines the lower is named to its left and the higher to its right", () => {
  assert.deepEqual(sides([line(37), line(39, true)], AXIS), [true, false]);
  assert.deepEqual(sides([line(49.9), line(39, true)], AXIS), [false, true]);
  assert.deepEqual(sides([line(39), line(39, true)], AXIS), [true, false]);
});

test("a name that has no room on its side stands on the other one", () => {
  assert.deepEqual(sides([line(2), line(78, true)], AXIS), [false, true]);
  assert.deepEqual(sides([line(78)], AXIS), [true]);
  assert.deepEqual(sides([line(10)], AXIS), [false]);
});

test("figures of every row have one width, so that all bars share an axis", () => {
  const rows = [
    { text: "+6,1 poin persen", aside: "+3.561", moved: "" },
    { text: "0", aside: "+1", moved: "▲12" },
  ];
  assert.equal(columns({ rows, aside: "sejak Nov 2023" }), `--figure:${16 + 1}ch;--aside:${14 + 1}ch`);
  assert.equal(columns({ rows: [], aside: "" }), "--figure:5ch;--aside:5ch");
});
