// Ticks and texts that the server has not answered yet: kept through a lost connection and a reload, sent until answered.

const STORE = "cakupan-ticks";
const AGAIN_MS = 4000; // with four people ticking, an answer took 0.3 s
const LOOK_MS = 1000;

// Not crypto.randomUUID: browsers have it on https and localhost only, and offices use plain addresses.
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => one.who) : [];
  } catch {
    return [];
  }
}

function write(list) {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(list));
  } catch {
    // Without storage (private windows may have none) the list lives as long as the page.
  }
}

export function wishes({ send, onWait }) {
  let list = read();
  let sent = 0;
  let last = 0;

  function go() {
    if (!list.length) return;
    last = Date.now();
    // The number makes every sending a change of state, also one that repeats what was sent before.
    send({ sent: ++sent, list });
  }

  const clock = setInterval(() => {
    if (list.length && Date.now() - last > AGAIN_MS) go();
    onWait();
  }, LOOK_MS);

  function ask(event) {
    if (list.length) event.preventDefault();
  }
  window.addEventListener("beforeunload", ask);
  queueMicrotask(go);

  return {
    // part: what is wished of the item: `done`, a text, or another item to be merged.
    add(item, part, who) {
      list = [...list, { wish: newId(), item, ...part, who, at: Date.now() }];
      write(list);
      go();
    },
    answered(wishes) {
      const left = list.filter((one) => !(one.wish in wishes));
      if (left.length === list.length) return;
      list = left;
      write(list);
    },
    // What an item is wished to be; undefined where no tick is on its way.
    of: (item) => list.findLast((one) => one.item === item && "done" in one),
    waits: (item) => list.some((one) => one.item === item),
    has: (wish) => list.some((one) => one.wish === wish),
    count: () => list.length,
    oldest: () => list.reduce((first, one) => Math.min(first, one.at), Date.now()),
    end() {
      clearInterval(clock);
      window.removeEventListener("beforeunload", ask);
    },
  };
}
