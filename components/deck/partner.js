// Two windows of one deck in step, by postMessage: it works from a file too, where no shared channel does.

const BEAT_MS = 700;

export function partner({ id, isPresenter, state, onState }) {
  let peer = isPresenter ? window.opener : null;

  // Only the window that opened this one, or one that this one opened, has a say.
  const isOurs = (source) => (isPresenter ? source === window.opener : source === peer || source?.opener === window);
  const isSound = (theirs) => Number.isInteger(theirs?.turn) && Number.isInteger(theirs.index);

  function tell(mine) {
    if (!peer || peer.closed) return;
    // A file has no origin to name; what is told is no secret: the number of a slide.
    peer.postMessage({ cakupan: id, state: JSON.parse(JSON.stringify(mine)) }, location.protocol === "file:" ? "*" : location.origin);
  }

  window.addEventListener("message", ({ data, source }) => {
    if (data?.cakupan !== id || !isOurs(source) || !isSound(data.state)) return;
    peer = source;
    const { turn, index, blank, hidden, live, back } = data.state;
    if (turn > state().turn) onState({ turn, index, blank, hidden, live, back });
    else if (turn < state().turn) tell(state());
  });
  // A presenter's first key comes after the turns there have been, or it would be taken back at the first beat.
  queueMicrotask(() => tell(state()));
  // The beat finds a window again that was reloaded.
  setInterval(() => tell(state()), BEAT_MS);

  function open() {
    if (isPresenter) return;
    if (peer && !peer.closed) return peer.focus();
    const address = location.href.split("#")[0];
    peer = window.open(`${address}#presenter`, `cakupan-${id}`, "popup,width=1200,height=760");
  }

  return { tell, open };
}
