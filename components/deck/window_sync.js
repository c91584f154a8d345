// Two windows of one deck in step, by postMessage: it works from a file too, where no shared channel does.

const BEAT_MS = 700;
const PRESENTER = "cakupan-presenter:";
// The document as it came, before anything is drawn in it: the second window needs neither server nor file.
const written = (from) => `<!doctype html>${from.documentElement.outerHTML}`;
let source = written(document);

export const isPresenter = window.opener !== null && window.name.startsWith(PRESENTER);
// The same in both windows, after an edit of the deck as well: where it was opened.
const deckName = isPresenter ? window.name : `${PRESENTER}${location.pathname}${location.search}`;

// state(): with the id of its slide, for the other window may know of an edit already that moved it.
export function partner({ state, onState }) {
  let peer = isPresenter ? window.opener : null;

  // Only the window that opened this one, or one that this one opened, has a say.
  const isOurs = (from) => (isPresenter ? from === window.opener : from === peer || from?.opener === window);
  const isSound = (theirs) => Number.isInteger(theirs?.turn) && Number.isInteger(theirs.index);

  function tell(mine) {
    if (!peer || peer.closed) return;
    // A file has no origin to name; what is told is no secret: the number of a slide.
    peer.postMessage(
      { cakupan: deckName, state: JSON.parse(JSON.stringify(mine)) },
      location.protocol === "file:" ? "*" : location.origin,
    );
  }

  window.addEventListener("message", ({ data, source: from }) => {
    if (data?.cakupan !== deckName || !isOurs(from) || !isSound(data.state)) return;
    peer = from;
    const { turn, index, slide, blank, hidden, live, back } = data.state;
    if (turn > state().turn) onState({ turn, index, slide, blank, hidden, live, back });
    else if (turn < state().turn) tell(state());
  });
  // A presenter's first key comes after the turns there have been, or it would be taken back at the first beat.
  queueMicrotask(() => tell(state()));
  // The beat finds a window again that was reloaded.
  setInterval(() => tell(state()), BEAT_MS);

  function open() {
    if (isPresenter) return;
    if (peer && !peer.closed) return peer.focus();
    peer = window.open("", deckName, "popup,width=1200,height=760");
    if (!peer) return;
    peer.document.open();
    peer.document.write(source);
    peer.document.close();
  }

  // A second window that is opened later is of the newer edition, too.
  return {
    tell,
    open,
    renew(newer) {
      source = written(newer);
    },
  };
}
