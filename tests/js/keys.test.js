import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { keys } from "../../components/deck/keys.js";

// Regions begin with b (Bengkulu) and l (Lebong); b and l are commands as well, f is one alone.
const NAMES = ["bengkulu", "lebong"];
let done = [];
let veiled = false;

const note = (what) => () => done.push(what);
const finder = {
  isOpen: () => false,
  press: () => false,
  confirmed: () => false,
  knows: (letters) => NAMES.some((name) => name.startsWith(letters)),
  begin: (letters) => done.push(`find ${letters ?? ""}`),
};
const steps = Object.fromEntries(
  ["next", "previous", "first", "last", "leave", "help"].map((name) => [name, note(name)]),
);

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.window = new EventTarget();
  globalThis.document = {};
  [done, veiled] = [[], false];
  const commands = {
    b: { run: note("black"), undo: true },
    l: { run: note("laser"), undo: true },
    f: { run: note("full") },
  };
  const shown = { veiled: () => veiled, hint() {}, number() {}, jump: (number) => done.push(`slide ${number}`) };
  keys({ ...steps, ...shown, finder, initials: "bl", commands });
});

afterEach(() => {
  mock.timers.reset();
  delete globalThis.window;
  delete globalThis.document;
});

function type(...pressed) {
  for (const key of pressed) window.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key }));
  return done;
}

test("keys of a clicker turn the slide", () => {
  for (const [key, expected] of [
    ["PageDown", "next"],
    ["ArrowLeft", "previous"],
    ["Home", "first"],
    ["Escape", "leave"],
  ])
    assert.equal(type(key).at(-1), expected);
});

test("digits and Enter go to a slide, Enter alone to the next", () => {
  assert.deepEqual(type("1", "2", "Enter", "Enter"), ["slide 12", "next"]);
});

test("digits that are left alone are forgotten, and Backspace takes one back", () => {
  type("1");
  mock.timers.tick(4000);
  assert.deepEqual(type("2", "3", "Backspace", "Enter"), ["slide 2"]);
});

test("a letter that begins no name is a command at once", () => {
  assert.deepEqual(type("f"), ["full"]);
});

test("a letter that may begin a name waits, and is a command where none follows", () => {
  assert.deepEqual(type("b"), []);
  mock.timers.tick(1499);
  assert.deepEqual(done, []);
  mock.timers.tick(1);
  assert.deepEqual(done, ["black"]);
});

test("two letters are the beginning of a name, or two commands", () => {
  assert.deepEqual(type("l", "e"), ["find le"]);
  done.length = 0;
  assert.deepEqual(type("b", "f"), ["black", "full"]);
});

test("a letter pressed twice, or with Enter, is a command at once", () => {
  assert.deepEqual(type("b", "b"), ["black"]);
  assert.deepEqual(type("Escape", "l", "Enter"), ["black", "leave", "laser"]);
});

test("a command is taken back where another letter makes it the beginning of a name", () => {
  type("b");
  mock.timers.tick(1500);
  assert.deepEqual(type("e"), ["black", "black", "find be"]);
});

test("while names are hidden letters are words, and a letter alone still a command", () => {
  veiled = true;
  assert.deepEqual(type("l", "f"), ["find lf"]);
  assert.deepEqual(type("f"), ["find lf"]);
  mock.timers.tick(1500);
  assert.deepEqual(done, ["find lf", "full"]);
});

test("keys with Ctrl, Alt or Command are the browser's", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"])
    window.dispatchEvent(Object.assign(new Event("keydown"), { key: "ArrowRight", [held]: true }));
  assert.deepEqual(done, []);
});
