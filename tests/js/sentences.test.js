import assert from "node:assert/strict";
import { test } from "node:test";
import { say, unparted } from "../../components/explorer/dom.js";
import { plain } from "../../components/explorer/plain.js";

test("the places of a sentence are filled, and an unknown one is empty", () => {
  assert.equal(say("{n} of {d}{more}", { n: 19, d: 62 }), "19 of 62");
  assert.equal(say("{a}{a}", { a: "x" }), "xx");
});

test("a number is not parted from what it counts", () => {
  for (const [text, expected] of [
    ["75,0 %", "75,0\u00a0%"],
    ["1 234 desa", "1\u00a0234\u00a0desa"],
    ["2 miliar", "2\u00a0miliar"],
    ["5 poinnya", "5 poinnya"],
    ["November 2024", "November 2024"],
  ])
    assert.equal(unparted(text), expected);
});

test("texts are compared without case, accents and signs", () => {
  for (const [text, expected] of [
    ["  Kab. Pangkajene & Kepulauan ", "kab pangkajene dan kepulauan"],
    ["PARE-PARE", "pare pare"],
    ["Ca\u200bfé", "cafe"],
    ["…", ""],
  ])
    assert.equal(plain(text), expected);
});
