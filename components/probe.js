// Can this browser reach the street map's servers? Asked before the frame is mounted: a blank frame says nothing.

const PATIENCE_MS = 1500;

async function reaches(urls) {
  const stop = AbortSignal.timeout(PATIENCE_MS);
  const asked = urls.map((url) => fetch(url, { mode: "no-cors", cache: "no-store", signal: stop, referrerPolicy: "origin" }));
  return Promise.all(asked).then(() => true, () => false);
}

export default function ({ data, setStateValue }) {
  let alive = true;
  reaches(data.urls).then((answer) => {
    if (alive && data.answer !== answer) setStateValue("answer", answer);
  });
  return () => { alive = false; };
}
