import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import run from "../../components/explorer/loader.js";

// A widget that notes what is done to it.
const WIDGET = `data:text/javascript,
  export const mount = (host, { name, period }, send, [geometry]) => {
    const note = (what) => globalThis.done.push(what);
    note("mount " + name + " " + period + (geometry ? " " + geometry.file : ""));
    send(name);
    return { update: (next) => note("update " + next.period), destroy: () => note("destroy") };
  };`;
const element = () => ({ setAttribute() {}, children: [] });
let host;
let sent;

beforeEach(() => {
  globalThis.done = [];
  sent = [];
  globalThis.document = { baseURI: "https://cakupan.example/", createElement: element };
  globalThis.fetch = async (url) => ({ ok: true, text: async () => "p {}", json: async () => ({ file: url }) });
  host = {
    children: [],
    replaceChildren: (...children) => Object.assign(host, { children }),
    append: (child) => host.children.push(child),
  };
});

afterEach(() => {
  for (const name of ["done", "document", "fetch"]) delete globalThis[name];
});

const loaded = () => new Promise((resolve) => setTimeout(resolve, 20));
const setState = (name, value) => sent.push(["state", name, value]);
const setTrigger = (name, value) => sent.push(["trigger", name, value]);
const draw = (more = {}) =>
  run({
    parentElement: host,
    data: { script: WIDGET, style: "/a.css", moves: ["period"], name: "map", period: 1, trigger: "chosen", ...more },
    setStateValue: setState,
    setTriggerValue: setTrigger,
  });

test("a widget is made once, and told of what moves", async () => {
  draw();
  await loaded();
  draw({ period: 2 });
  assert.deepEqual(globalThis.done, ["mount map 1", "update 2"]);
  assert.equal(host.children[0].textContent, "p {}");
});

test("a widget is made anew where anything else has changed", async () => {
  draw();
  await loaded();
  draw({ name: "list" });
  await loaded();
  assert.deepEqual(globalThis.done, ["mount map 1", "destroy", "mount list 1"]);
});

test("a widget that is still being loaded begins with what was said last", async () => {
  draw();
  draw({ period: 2 });
  await loaded();
  assert.deepEqual(globalThis.done, ["mount map 2"]);
});

test("files are fetched beside the module, below the address of the page", async () => {
  draw({ geometry: "/assets/0f/geometry.json" });
  await loaded();
  assert.deepEqual(globalThis.done, ["mount map 1 https://cakupan.example/assets/0f/geometry.json"]);
});

test("a widget sends as a state or as a trigger", async () => {
  draw();
  await loaded();
  draw({ state: "wishes" });
  await loaded();
  assert.deepEqual(sent, [
    ["trigger", "chosen", "map"],
    ["state", "wishes", "map"],
  ]);
});

test("what leaves the page ends, but no run that another has overtaken takes it away", async () => {
  const first = draw();
  const second = draw({ period: 2 });
  first();
  await loaded();
  assert.deepEqual(globalThis.done, ["mount map 2"]);
  second();
  assert.deepEqual(globalThis.done, ["mount map 2", "destroy"]);
  assert.deepEqual(host.children, []);
});
