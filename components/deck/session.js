// A deck that is being shown: its state, and what is drawn of it. Two windows in step have one state.

import { context } from "../explorer/context.js";
import { namesOf } from "./names.js";
import { placeOf } from "./place.js";
import { render } from "./slides.js";
import { isPresenter } from "./window_sync.js";

// What a document carries; text: all of it, to see whether another one says the same.
export function read(from) {
  const [told, geometry, wire] = ["deck", "geometry", "values"].map((id) => from.getElementById(id).textContent);
  const deck = JSON.parse(told);
  const it = context(deck.explorer, { geometry: JSON.parse(geometry), wire: JSON.parse(wire) });
  return { deck, it, names: namesOf(deck, it), text: JSON.stringify(deck.explorer) + geometry + wire };
}

// What is drawn follows from the state alone, so that two windows cannot drift apart.
export function draw(session) {
  const { deck, names, state, screen, over } = session;
  const slide = deck.slides[state.index];
  names.hide(state.hidden);
  over.blank(state.blank);
  over.hidden(state.hidden);
  session.shown?.destroy();
  session.next?.destroy();
  session.shown = place(session, isPresenter ? screen.now : screen.root, state.index, state.live);
  const hasNext = isPresenter && state.index + 1 < deck.slides.length;
  session.next = hasNext ? place(session, screen.next, state.index + 1, {}) : null;
  if (isPresenter) screen.show(slide, names, deck);
  const title = `${state.index + 1}. ${names.write(slide.title)}`;
  document.title = deck.ownName ? `${title} · ${names.write(deck.ownName)}` : title;
}

function place(session, frame, index, live) {
  const { deck, it, names, state } = session;
  const onLive = (part) => change(session, { live: { ...state.live, ...part } }, false);
  const onOpen = (code) => open(session, code);
  const slide = render({ slide: deck.slides[index], number: index + 1, deck, it, names, live, onLive, onOpen });
  frame.replaceChildren(slide.root);
  frame.scrollTop = 0;
  slide.ready();
  if (session.ticks) slide.ticks(session.ticks);
  return slide;
}

// With the id of its slide, for the other window may know of an edit already that moved it.
export const told = ({ deck, state }) => ({ ...state, slide: deck.slides[state.index].id });

export function change(session, part, redraw = true) {
  const { state, address, other } = session;
  const { index } = state;
  Object.assign(state, part, { turn: state.turn + 1 });
  if (redraw) draw(session);
  address.write(state.index, index !== state.index);
  other.tell(told(session));
}

export function go(session, index, back = null) {
  const { state, deck } = session;
  const to = Math.min(Math.max(index, 0), deck.slides.length - 1);
  if (to !== state.index || state.blank) change(session, { index: to, live: {}, blank: false, back });
}

// A region that was asked for by name is an aside: Escape leads back.
export function open(session, code) {
  const index = session.deck.slides.findIndex(({ id }) => id === `profile-${code}`);
  if (index >= 0) go(session, index, session.state.index);
}

// Takes what closes away first, then the black, then an aside.
export function leave(session) {
  const { over, light, state } = session;
  if (over.close() || light.off()) return;
  if (state.blank) change(session, { blank: false });
  else if (state.back !== null) go(session, state.back);
}

// All that a drawn slide says, its number among the others too.
const said = ({ state, deck, text }) =>
  JSON.stringify([state.index, deck.slides[state.index], deck.slides.length, deck.version, text]);

// Another edition of the deck: the same slide stays, and is drawn anew only where it says something else.
export function take(session, newer) {
  const { state, deck: before, over } = session;
  const seen = said(session);
  const [id, back] = [state.index, state.back].map((index) => before.slides[index]?.id);
  Object.assign(session, read(newer));
  const { deck } = session;
  state.index = placeOf(deck.slides, id, state.index);
  state.back = state.back === null ? null : placeOf(deck.slides, back, 0);
  if (before.hidden !== deck.hidden) state.hidden = deck.hidden;
  session.names.hide(state.hidden);
  if (deck.revision !== before.revision) over.renewed();
  if (before.hidden !== deck.hidden || isPresenter || seen !== said(session)) draw(session);
  session.address.write(state.index, false);
  session.other.renew(newer);
}

// The state of the other window, which has moved on.
export function follow(session, { slide, ...theirs }) {
  const { state, deck } = session;
  const mine = { ...theirs, index: placeOf(deck.slides, slide, theirs.index) };
  const isTurned = mine.index !== state.index;
  const isMoved = ["index", "blank", "hidden"].some((name) => mine[name] !== state[name]);
  Object.assign(state, mine);
  if (isMoved) draw(session);
  else session.shown?.live(state.live);
  session.address.write(state.index, isTurned);
}
