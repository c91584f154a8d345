import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../../components/deck/finder.js";

const NAMES = ["Kota Bengkulu", "Bengkulu Utara", "Lebong", "Rejang Lebong", "Bengkulu", "Utara Baru"].map((name) => ({
  code: name,
  name,
  isName: true,
}));
const found = (text, names = NAMES, index = null) => matches(names, text, index).map(({ name }) => name);

test("whole names come first, then beginnings, then words within, then any part", () => {
  assert.deepEqual(found("bengkulu"), ["Bengkulu", "Bengkulu Utara", "Kota Bengkulu"]);
  assert.deepEqual(found("utara"), ["Utara Baru", "Bengkulu Utara"]);
  assert.deepEqual(found("LEBONG"), ["Lebong", "Rejang Lebong"]);
  assert.deepEqual(found("jang"), ["Rejang Lebong"]);
  assert.deepEqual(
    matches(NAMES, "bengkulu").map(({ grade }) => grade),
    [0, 1, 2],
  );
});

test("nothing is found by nothing, nor by a name that is not there", () => {
  for (const text of ["", " . ", "Kaur"]) assert.deepEqual(found(text), []);
});

test("another name that people use finds its region, but not a number that stands for one", () => {
  const index = { find: () => [{ code: "Lebong", grade: 0 }] };
  assert.deepEqual(found("kotapraja", NAMES, index), ["Lebong"]);
  assert.deepEqual(found("kotapraja", [{ code: "Lebong", name: "3" }], index), []);
});

test("numbers are in the order of counting", () => {
  const numbered = ["10", "2", "1"].map((name) => ({ code: name, name }));
  assert.deepEqual(found("1", numbered), ["1", "10"]);
  assert.deepEqual(
    matches([{ name: "Wilayah 10" }, { name: "Wilayah 2" }], "wilayah").map(({ name }) => name),
    ["Wilayah 2", "Wilayah 10"],
  );
});
