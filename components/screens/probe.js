// Can this browser reach the street map's servers? Asked before the frame is mounted: a blank frame says nothing.

const PATIENCE_MS = 1500;

const ask = (url) =>
  fetch(url, {
    mode: "no-cors",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
    referrerPolicy: "origin",
  });

// One question where there is no internet; only behind an answer are the other servers asked, which an office may
// have closed one by one.
async function reaches([first, ...others]) {
  return ask(first)
    .then(() => Promise.all(others.map(ask)))
    .then(
      () => true,
      () => false,
    );
}

export default function ({ data, setStateValue }) {
  // Called again with its own answer: that is no new question.
  if (data.answer != null) return undefined;
  let alive = true;
  reaches(data.urls).then((answer) => {
    if (alive) setStateValue("answer", answer);
  });
  return () => {
    alive = false;
  };
}
