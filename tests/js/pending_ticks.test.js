import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { wishes } from "../../components/screens/villages/checklist/pending_ticks.js";

let stored = new Map();
let sent = [];
let open = [];

beforeEach(() => {
  mock.timers.enable({ apis: ["setInterval", "Date"], now: 1_000_000 });
  globalThis.window = new EventTarget();
  globalThis.sessionStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => stored.set(key, text),
  };
  [stored, sent, open] = [new Map(), [], []];
});

afterEach(() => {
  for (const one of open) one.end();
  mock.timers.reset();
  delete globalThis.window;
  delete globalThis.sessionStorage;
});

function begin() {
  open.push(wishes({ send: (told) => sent.push(told), onWait() {} }));
  return open.at(-1);
}

const ids = () => sent.at(-1).list.map(({ wish }) => wish);

test("a tick is sent at once, with all that wait", () => {
  const list = begin();
  list.add(7, { done: true }, "Ani");
  list.add(8, { done: false }, "Ani");
  assert.deepEqual(
    sent.map((told) => told.list.map(({ item, done, who }) => [item, done, who])),
    [
      [[7, true, "Ani"]],
      [
        [7, true, "Ani"],
        [8, false, "Ani"],
      ],
    ],
  );
});

test("a tick is sent again until it is answered, each time as something new", () => {
  const list = begin();
  list.add(7, { done: true }, "Ani");
  mock.timers.tick(4000);
  assert.equal(sent.length, 1); // not before four seconds have gone
  mock.timers.tick(1000);
  assert.deepEqual(
    sent.map((told) => told.sent),
    [1, 2],
  );
  list.answered({ [ids()[0]]: [7, ""] });
  mock.timers.tick(10_000);
  assert.deepEqual([sent.length, list.count()], [2, 0]);
});

test("an answer takes away its own wish alone", () => {
  const list = begin();
  list.add(7, { done: true }, "Ani");
  list.add(8, { field: "note", value: "x", seen: "" }, "Ani");
  list.answered({ [ids()[0]]: [7, ""] });
  assert.deepEqual([list.waits(7), list.waits(8)], [false, true]);
});

test("an item is wished to be what was wished last; a text is no tick", () => {
  const list = begin();
  list.add(7, { done: true }, "Ani");
  list.add(7, { done: false }, "Ani");
  list.add(8, { field: "note", value: "x", seen: "" }, "Ani");
  assert.equal(list.of(7).done, false);
  assert.equal(list.of(8), undefined);
});

test("what waits is there again after a reload, but for what bears no name", async () => {
  begin().add(7, { done: true }, "Ani");
  await null; // the first sending waits for the list to be drawn
  const kept = JSON.parse(stored.get("cakupan-ticks"));
  stored.set("cakupan-ticks", JSON.stringify([...kept, { wish: "x", item: 9 }]));
  sent = [];
  const again = begin();
  await null;
  assert.deepEqual([again.waits(7), again.waits(9)], [true, false]);
  assert.equal(sent.length, 1);
});

test("a list that is broken, or storage that is closed, is no list", () => {
  stored.set("cakupan-ticks", "{");
  assert.equal(begin().count(), 0);
  globalThis.sessionStorage = {
    getItem() {
      throw new Error("closed");
    },
    setItem() {
      throw new Error("closed");
    },
  };
  const list = begin();
  list.add(7, { done: true }, "Ani");
  assert.equal(list.count(), 1);
});

test("the oldest wish tells since when an answer is missed", () => {
  const list = begin();
  assert.equal(list.oldest(), 1_000_000);
  list.add(7, { done: true }, "Ani");
  mock.timers.tick(500);
  list.add(8, { done: true }, "Ani");
  assert.equal(list.oldest(), 1_000_000);
});
