// What lies over a slide for a moment: the black screen, a number, help, the code for the audience, a word on the server.

import { el } from "../explorer/dom.js";
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

function help(deck, texts) {
  const lines = KEYS.flatMap((key) => {
    const [name, what] = texts[key === "keyAudience" && !deck.qr ? "keyPack" : key].split(" | ");
    return [el("dt", {}, name), el("dd", {}, what)];
  });
  return el("div", { class: "over help", hidden: true }, el("h2", {}, texts.keysTitle), el("dl", {}, ...lines));
}

// A word that lies over the slide while something is so.
const word = (kind, text) => el("p", { class: kind, hidden: true, role: "status" }, text);

const toggle = (node) => () => {
  node.hidden = !node.hidden;
};

function write(node, text) {
  node.hidden = !text;
  node.textContent = text;
}

export function overlays(deck, { texts }) {
  const black = el("div", { class: "black", hidden: true });
  const digits = el("p", { class: "jump", hidden: true });
  const [away, renewed] = [word("away", texts.away), word("renewed", texts.renewed)];
  const veiled = el("p", { class: "veiled", hidden: true }, texts.namesHidden);
  const helped = help(deck, texts);
  const shared = el("div", { class: "over audience", hidden: true }, deck.qr ? code(deck, texts) : pack(texts));
  let reading = null;
  // While the server is away a page that is left or loaded anew would be lost to the meeting.
  window.addEventListener("beforeunload", (event) => away.hidden || event.preventDefault());

  return {
    roots: [away, renewed, veiled, helped, shared, digits, black],
    blank: (on) => black.toggleAttribute("hidden", !on),
    away: (on) => away.toggleAttribute("hidden", !on),
    // What is taken along while names are hidden bears none.
    hidden(on) {
      veiled.hidden = !on;
      for (const link of shared.querySelectorAll("a[download]")) link.href = packAddress(on);
    },
    renewed() {
      renewed.hidden = false;
      clearTimeout(reading);
      reading = setTimeout(toggle(renewed), RENEWED_MS);
    },
    number: (text) => write(digits, text && `→ ${text}`),
    // A letter that may be a command or begin a name.
    letter: (key) => write(digits, key && `${key.toUpperCase()} …`),
    help: toggle(helped),
    audience: toggle(shared),
    // Whether there was anything to close.
    close() {
      const open = [helped, shared].filter((one) => !one.hidden);
      for (const one of open) one.hidden = true;
      return open.length > 0;
    },
  };
}
