// What lies over a slide for a moment: the black screen, a number, help, the code for the audience, a word on the server.

import { el, icon } from "../explorer/dom.js";
import { qrDrawing } from "./qr.js";

const KEYS = [
  "keyNext",
  "keyEnds",
  "keyNumber",
  "keyName",
  "keyFind",
  "keyBlank",
  "keyLaser",
  "keyNames",
  "keyPresenter",
  "keyFull",
  "keyAudience",
  "keyBack",
];
// A drawing or, where letters say it as well, letters: signs that a font may lack would be empty boxes on the wall.
const TOOLS = {
  previous: "M11 2v12L3 8z",
  next: "M5 2v12l8-6z",
  find: "Aa",
  laser: "M8 3a5 5 0 1 0 .01 0z",
  presenter: "M1 2h10v3H9V4H3v5h2v2H1zM6 6h9v8H6z",
  fullScreen: "M2 2h5v2H4v3H2zM9 2h5v5h-2V4H9zM2 9h2v3h3v2H2zM12 9h2v5H9v-2h3z",
  help: "?",
};

const RENEWED_MS = 8000;

function code(deck, texts) {
  return el(
    "div",
    { class: "card" },
    qrDrawing(deck),
    el("p", { class: "address" }, deck.shortUrl),
    el("p", {}, texts.scan),
    packLink(texts),
  );
}

// A file cannot be fetched from a file.
function packLink(texts) {
  if (!location.protocol.startsWith("http")) return null;
  return el("a", { href: packAddress(false), download: true }, texts.pack);
}

function packAddress(hidden) {
  const address = new URL(location.href.split("#")[0]);
  address.searchParams.set("download", "1");
  if (hidden) address.searchParams.set("names", "hidden");
  return address.pathname + address.search;
}

function pack(texts) {
  const link = packLink(texts);
  return el(
    "div",
    { class: "card" },
    el("p", {}, texts.noCode),
    el("p", {}, link ? texts.packOffer : texts.packHere),
    link,
  );
}

export function overlays(deck, { texts }) {
  const black = el("div", { class: "black", hidden: true });
  const digits = el("p", { class: "jump", hidden: true });
  const sign = el("p", { class: "away", hidden: true, role: "status" }, texts.away);
  const renewed = el("p", { class: "renewed", hidden: true, role: "status" }, texts.renewed);
  let reading = null;
  const veiled = el("p", { class: "veiled", hidden: true }, texts.namesHidden);
  const helped = el(
    "div",
    { class: "over help", hidden: true },
    el("h2", {}, texts.keysTitle),
    el(
      "dl",
      {},
      ...KEYS.flatMap((key) => {
        const [name, what] = texts[key === "keyAudience" && !deck.qr ? "keyPack" : key].split(" | ");
        return [el("dt", {}, name), el("dd", {}, what)];
      }),
    ),
  );
  const shared = el("div", { class: "over audience", hidden: true }, deck.qr ? code(deck, texts) : pack(texts));
  const buttons = Object.entries(TOOLS).map(([name, face]) => [
    name,
    el(
      "button",
      { type: "button", tabindex: -1, "aria-label": texts[`tool_${name}`], title: texts[`tool_${name}`] },
      face.startsWith("M") ? icon(face) : face,
    ),
  ]);
  const tools = el("nav", { class: "bar", "aria-label": texts.keysTitle }, ...buttons.map(([, button]) => button));
  let resting = null;

  // The bar comes with the pointer and goes by itself: nothing else stands on the screen.
  function wake() {
    tools.classList.add("awake");
    document.body.classList.remove("idle");
    clearTimeout(resting);
    resting = setTimeout(() => {
      tools.classList.remove("awake");
      document.body.classList.add("idle");
    }, 2500);
  }
  // A slide that changes under a resting pointer is no movement, though browsers send one.
  window.addEventListener(
    "pointermove",
    ({ movementX, movementY }) => {
      if (movementX || movementY) wake();
    },
    true,
  );
  window.addEventListener("pointerdown", wake, true);
  // While the server is away a page that is left or loaded anew would be lost to the meeting.
  window.addEventListener("beforeunload", (event) => {
    if (!sign.hidden) event.preventDefault();
  });

  return {
    roots: [sign, renewed, veiled, tools, helped, shared, digits, black],
    blank(on) {
      black.hidden = !on;
    },
    // What is taken along while names are hidden bears none.
    hidden(on) {
      veiled.hidden = !on;
      for (const link of shared.querySelectorAll("a[download]")) link.href = packAddress(on);
    },
    renewed() {
      renewed.hidden = false;
      clearTimeout(reading);
      reading = setTimeout(() => {
        renewed.hidden = true;
      }, RENEWED_MS);
    },
    away(on) {
      sign.hidden = !on;
    },
    number(text) {
      digits.hidden = !text;
      digits.textContent = `→ ${text}`;
    },
    // A letter that may be a command or begin a name.
    letter(key) {
      digits.hidden = !key;
      digits.textContent = key ? `${key.toUpperCase()} …` : "";
    },
    help() {
      helped.hidden = !helped.hidden;
    },
    audience() {
      shared.hidden = !shared.hidden;
    },
    onTool(acts) {
      for (const [name, button] of buttons) button.addEventListener("click", () => acts[name]());
    },
    close() {
      const open = [helped, shared].filter((one) => !one.hidden);
      open.forEach((one) => {
        one.hidden = true;
      });
      return open.length > 0;
    },
  };
}
