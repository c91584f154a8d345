// The deck: one slide at a time, by keys, clicker, name or number; alone or in step with a second window.

import { context } from "../explorer/context.js";
import { el } from "../explorer/dom.js";
import { finder } from "./finder.js";
import { keys } from "./keys.js";
import { laser } from "./laser.js";
import { namesOf } from "./names.js";
import { overlays } from "./overlays.js";
import { partner } from "./partner.js";
import { poll } from "./poll.js";
import { presenterScreen } from "./presenter.js";
import { render } from "./slides.js";
import { swipe } from "./swipe.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);

function start() {
  const deck = read("deck");
  const it = context(deck.explorer, { geometry: read("geometry"), wire: read("values") });
  const names = namesOf(deck, it);
  const isPresenter = location.hash === "#presenter" && window.opener !== null;
  const state = { turn: 0, index: 0, blank: false, hidden: deck.hidden, live: {}, back: null };
  const stage = document.getElementById("stage");
  const over = overlays(deck, it);
  const screen = isPresenter ? presenterScreen(deck, it) : { root: el("main", { class: "screen" }) };
  stage.append(screen.root, ...over.roots);
  let shown = null;
  let next = null;
  let ticks = null;

  // What is drawn follows from the state alone, so that two windows cannot drift apart.
  function draw() {
    names.hide(state.hidden);
    over.blank(state.blank);
    over.hidden(state.hidden);
    shown?.destroy();
    next?.destroy();
    shown = place(isPresenter ? screen.now : screen.root, state.index, state.live);
    next = isPresenter && state.index + 1 < deck.slides.length ? place(screen.next, state.index + 1, {}) : null;
    if (isPresenter) screen.show(deck.slides[state.index], names);
    const title = `${state.index + 1}. ${names.write(deck.slides[state.index].title)}`;
    document.title = deck.ownName ? `${title} · ${deck.ownName}` : title;
  }

  function place(frame, index, live) {
    const slide = render({ slide: deck.slides[index], number: index + 1, deck, it, names, live, onLive: (part) => change({ live: { ...state.live, ...part } }, false), onOpen: open });
    frame.replaceChildren(slide.root);
    frame.scrollTop = 0;
    slide.ready();
    if (ticks) slide.ticks(ticks);
    return slide;
  }

  function change(part, redraw = true) {
    Object.assign(state, part, { turn: state.turn + 1 });
    if (redraw) draw();
    other.tell(state);
  }

  function go(index, back = null) {
    const to = Math.min(Math.max(index, 0), deck.slides.length - 1);
    if (to === state.index && !state.blank) return;
    change({ index: to, live: {}, blank: false, back });
  }

  // A region that was asked for by name is an aside: Escape leads back.
  function open(code) {
    const index = deck.slides.findIndex(({ id }) => id === `profile-${code}`);
    if (index >= 0) go(index, state.index);
    return index >= 0;
  }

  const other = partner({ id: deck.id, isPresenter, state: () => state, onState(theirs) {
    const moved = ["index", "blank", "hidden"].some((name) => theirs[name] !== state[name]);
    Object.assign(state, theirs);
    if (moved) draw();
    else shown?.live(state.live);
  } });
  const profiled = new Set(deck.slides.filter(({ kind }) => kind === "profile").map(({ region }) => region));
  const find = finder({ names: () => names.sought(isPresenter).filter(({ code }) => profiled.has(code)), texts: it.texts, onFound: open });
  stage.append(find.root);
  const light = laser(document.body);
  // What is to be read has no dot on it.
  const help = () => { light.off(); over.help(); };
  keys({
    finder: find,
    number: over.number,
    next: () => go(state.index + 1),
    previous: () => go(state.index - 1),
    first: () => go(0),
    last: () => go(deck.slides.length - 1),
    jump: (number) => go(number - 1),
    leave() { if (over.close() || light.off()) return; if (state.back !== null) go(state.back); },
    help,
    commands: {
      b: { run: () => change({ blank: !state.blank }), undo: true },
      n: { run: () => change({ hidden: !state.hidden }), undo: true },
      l: { run: light.toggle, undo: true, release: light.release },
      f: { run: fullScreen },
      p: { run: () => (isPresenter ? screen.restart() : other.open()) },
      q: { run() { light.off(); over.audience(); }, undo: true },
    },
  });
  swipe({ root: stage, next: () => go(state.index + 1), previous: () => go(state.index - 1) });
  over.onTool({ previous: () => go(state.index - 1), next: () => go(state.index + 1), presenter: other.open, fullScreen, laser: light.toggle, find: find.begin, help });
  poll({ path: deck.state, onAway: over.away, onState(answer) { ticks = answer.ticks ?? {}; shown?.ticks(ticks); } });
  window.addEventListener("resize", () => draw());
  draw();
  document.documentElement.dataset.ready = "";
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

// What is measured must be set in its own letters; where they fail, in those that stand for them.
document.fonts.load("28px Arimo").then(start, start);
