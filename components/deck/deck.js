// The deck: one slide at a time, by keys, clicker, name or number; alone or in step with a second window.

import { context } from "../explorer/context.js";
import { el } from "../explorer/dom.js";
import { regionIndex } from "../explorer/regions.js";
import { finder } from "./finder.js";
import { keys } from "./keys.js";
import { laser } from "./laser.js";
import { namesOf } from "./names.js";
import { overlays } from "./overlays.js";
import { isPresenter, partner } from "./partner.js";
import { place as placeOf } from "./place.js";
import { poll } from "./poll.js";
import { presenterScreen } from "./presenter.js";
import { renewal } from "./renewal.js";
import { render } from "./slides.js";
import { swipe } from "./swipe.js";

// What a document carries; text: all of it, to see whether another one says the same.
function read(from) {
  const [told, geometry, wire] = ["deck", "geometry", "values"].map((id) => from.getElementById(id).textContent);
  const deck = JSON.parse(told);
  const it = context(deck.explorer, { geometry: JSON.parse(geometry), wire: JSON.parse(wire) });
  return { deck, it, names: namesOf(deck, it), text: JSON.stringify(deck.explorer) + geometry + wire };
}

function start() {
  let { deck, it, names, text } = read(document);
  const state = { turn: 0, index: 0, blank: false, hidden: deck.hidden, live: {}, back: null };
  const stage = document.getElementById("stage");
  const over = overlays(deck, it);
  const screen = isPresenter ? presenterScreen(deck.language, it.texts) : { root: el("main", { class: "screen" }) };
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
    if (isPresenter) screen.show(deck.slides[state.index], names, deck);
    const title = `${state.index + 1}. ${names.write(deck.slides[state.index].title)}`;
    document.title = deck.ownName ? `${title} · ${names.write(deck.ownName)}` : title;
  }

  function place(frame, index, live) {
    const slide = render({
      slide: deck.slides[index],
      number: index + 1,
      deck,
      it,
      names,
      live,
      onLive: (part) => change({ live: { ...state.live, ...part } }, false),
      onOpen: open,
    });
    frame.replaceChildren(slide.root);
    frame.scrollTop = 0;
    slide.ready();
    if (ticks) slide.ticks(ticks);
    return slide;
  }

  const told = () => ({ ...state, slide: deck.slides[state.index].id });

  function change(part, redraw = true) {
    const { index } = state;
    Object.assign(state, part, { turn: state.turn + 1 });
    if (redraw) draw();
    address.write(state.index, index !== state.index);
    other.tell(told());
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

  // Takes what closes away first, then the black, then an aside.
  function leave() {
    if (over.close() || light.off()) return;
    if (state.blank) change({ blank: false });
    else if (state.back !== null) go(state.back);
  }

  const at = (id, index) => {
    const found = deck.slides.findIndex((one) => one.id === id);
    return found >= 0 ? found : Math.min(index, deck.slides.length - 1);
  };

  // All that a drawn slide says, its number among the others too.
  const said = () => JSON.stringify([state.index, deck.slides[state.index], deck.slides.length, deck.version, text]);

  // Another edition of the deck: the same slide stays, and is drawn anew only where it says something else.
  function take(newer) {
    const [before, seen] = [deck, said()];
    const back = state.back === null ? null : deck.slides[state.back].id;
    const { id } = deck.slides[state.index];
    ({ deck, it, names, text } = read(newer));
    Object.assign(state, { index: at(id, state.index), back: back === null ? null : at(back, 0) });
    if (before.hidden !== deck.hidden) state.hidden = deck.hidden;
    names.hide(state.hidden);
    if (deck.revision !== before.revision) over.renewed();
    if (before.hidden !== deck.hidden || isPresenter || seen !== said()) draw();
    address.write(state.index, false);
    other.renew(newer);
  }

  const other = partner({
    state: told,
    onState({ slide, ...theirs }) {
      const mine = { ...theirs, index: at(slide, theirs.index) };
      const [moved, turned] = [
        ["index", "blank", "hidden"].some((name) => mine[name] !== state[name]),
        mine.index !== state.index,
      ];
      Object.assign(state, mine);
      if (moved) draw();
      else shown?.live(state.live);
      address.write(state.index, turned);
    },
  });
  const address = placeOf({
    ids: () => deck.slides.map(({ id }) => id),
    hidden: () => state.hidden,
    records: !isPresenter,
    onPlace: (index) => go(index),
  });
  const profiled = (code) => deck.slides.some(({ id }) => id === `profile-${code}`);
  const find = finder({
    names: () => names.sought(isPresenter).filter(({ code }) => profiled(code)),
    index: deck.index && regionIndex(deck.index),
    texts: it.texts,
    onFound: open,
  });
  stage.append(find.root);
  const light = laser(document.body);
  // What is to be read has no dot on it.
  const help = () => {
    light.off();
    over.help();
  };
  keys({
    finder: find,
    initials: deck.initials,
    veiled: () => state.hidden,
    hint: over.letter,
    number: over.number,
    next: () => go(state.index + 1),
    previous: () => go(state.index - 1),
    first: () => go(0),
    last: () => go(deck.slides.length - 1),
    jump: (number) => go(number - 1),
    leave,
    help,
    commands: {
      b: { run: () => change({ blank: !state.blank }), undo: true },
      n: { run: () => deck.sealed || change({ hidden: !state.hidden }), undo: true },
      l: { run: light.toggle, undo: true, release: light.release },
      f: { run: fullScreen },
      p: { run: () => (isPresenter ? screen.restart() : other.open()) },
      q: {
        run() {
          light.off();
          over.audience();
        },
        undo: true,
      },
    },
  });
  swipe({ root: stage, next: () => go(state.index + 1), previous: () => go(state.index - 1) });
  over.onTool({
    previous: () => go(state.index - 1),
    next: () => go(state.index + 1),
    presenter: other.open,
    fullScreen,
    laser: light.toggle,
    find: find.begin,
    help,
  });
  const renew = renewal(take);
  // The ticks that what is drawn speaks of; a window that was written by another one asks at once for what is newer.
  let counted = isPresenter ? "" : null;
  poll({
    path: deck.state,
    onAway: over.away,
    async onState(answer) {
      ticks = answer.ticks ?? {};
      shown?.ticks(ticks);
      const now = JSON.stringify(ticks);
      const edited = answer.revision !== undefined && answer.revision !== deck.revision;
      counted ??= now;
      if ((edited || counted !== now) && (await renew())) counted = now;
    },
  });
  window.addEventListener("resize", () => draw());
  state.index = address.index();
  draw();
  document.documentElement.dataset.ready = "";
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

// What is measured must be set in its own letters; where they fail, in those that stand for them.
document.fonts.load("28px Arimo").then(start, start);
