// The deck: one slide at a time, by keys, clicker, name or number; alone or in step with a second window.

import { el } from "../explorer/dom.js";
import { regionIndex } from "../explorer/regions.js";
import { finder } from "./finder.js";
import { keys } from "./keys.js";
import { laser } from "./laser.js";
import { overlays } from "./overlays.js";
import { place } from "./place.js";
import { presenterScreen } from "./presenter.js";
import { renewal } from "./renewal.js";
import { poll } from "./server_status.js";
import { change, draw, follow, go, leave, open, read, take, told } from "./session.js";
import { swipe } from "./swipe.js";
import { toolbar } from "./toolbar.js";
import { isPresenter, partner } from "./window_sync.js";

function start() {
  const carried = read(document);
  const { deck, it } = carried;
  const state = { turn: 0, index: 0, blank: false, hidden: deck.hidden, live: {}, back: null };
  const screen = isPresenter ? presenterScreen(deck.language, it.texts) : { root: el("main", { class: "screen" }) };
  const session = { ...carried, state, screen, shown: null, next: null, ticks: null };
  session.over = overlays(deck, it);
  session.light = laser(document.body);
  session.find = search(session);
  session.other = partner({ state: () => told(session), onState: (theirs) => follow(session, theirs) });
  session.address = place({
    ids: () => session.deck.slides.map(({ id }) => id),
    hidden: () => state.hidden,
    records: !isPresenter,
    onPlace: (index) => go(session, index),
  });
  const stage = document.getElementById("stage");
  stage.append(screen.root, ...session.over.roots, session.find.root);
  listen(session, stage);
  watch(session);
  window.addEventListener("resize", () => draw(session));
  state.index = session.address.index();
  draw(session);
  document.documentElement.dataset.ready = "";
}

function search(session) {
  const { deck, it } = session;
  const isProfiled = ({ code }) => session.deck.slides.some(({ id }) => id === `profile-${code}`);
  const names = () => session.names.sought(isPresenter).filter(isProfiled);
  const index = deck.index && regionIndex(deck.index);
  return finder({ names, index, texts: it.texts, onFound: (code) => open(session, code) });
}

function listen(session, stage) {
  const { state, over, light, find, other, screen } = session;
  const next = () => go(session, state.index + 1);
  const previous = () => go(session, state.index - 1);
  // What is to be read has no dot on it.
  const reading = (show) => () => {
    light.off();
    show();
  };
  const help = reading(over.help);
  keys({
    finder: find,
    initials: session.deck.initials,
    veiled: () => state.hidden,
    hint: over.letter,
    number: over.number,
    next,
    previous,
    first: () => go(session, 0),
    last: () => go(session, session.deck.slides.length - 1),
    jump: (number) => go(session, number - 1),
    leave: () => leave(session),
    help,
    commands: {
      b: { run: () => change(session, { blank: !state.blank }), undo: true },
      n: { run: () => session.deck.sealed || change(session, { hidden: !state.hidden }), undo: true },
      l: { run: light.toggle, undo: true, release: light.release },
      f: { run: fullScreen },
      p: { run: isPresenter ? screen.restart : other.open },
      q: { run: reading(over.audience), undo: true },
    },
  });
  swipe({ root: stage, next, previous });
  const { texts } = session.it;
  const acts = { previous, next, find: find.begin, laser: light.toggle, presenter: other.open, fullScreen, help };
  stage.append(toolbar(texts, acts));
}

// What is new on the server: ticks, which the slide counts at once, and another edition of the deck.
function watch(session) {
  const renew = renewal((newer) => take(session, newer));
  // The ticks that what is drawn speaks of; a window that was written by another one asks at once for what is newer.
  let counted = isPresenter ? "" : null;
  async function onState({ ticks = {}, revision }) {
    session.ticks = ticks;
    session.shown?.ticks(ticks);
    const now = JSON.stringify(ticks);
    const isEdited = revision !== undefined && revision !== session.deck.revision;
    counted ??= now;
    if ((isEdited || counted !== now) && (await renew())) counted = now;
  }
  poll({ path: session.deck.state, onAway: session.over.away, onState });
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

// What is measured must be set in its own letters; where they fail, in those that stand for them.
document.fonts.load("28px Arimo").then(start, start);
