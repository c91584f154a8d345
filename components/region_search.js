// The search of the map, on a page without one; brings its modules as the map's loader does.

const instances = new WeakMap();

async function begin(host, data, entry) {
  const at = (path) => new URL(path, document.baseURI).href;
  const [{ lazyIndex, search }, css] = await Promise.all([
    import(at(`${data.modules}/search.js`)),
    fetch(at(`${data.modules}/explorer.css`)).then((answer) => answer.text()),
  ]);
  if (instances.get(host) !== entry) return;
  const found = search({
    index: lazyIndex(data.index),
    isHere: (code) => code.startsWith(data.area),
    texts: data.texts,
    onFound: (code) => entry.send(code),
    signal: entry.abort.signal,
  });
  const root = document.createElement("div");
  root.className = "explorer alone";
  const style = document.createElement("style");
  style.textContent = css;
  root.append(style, found.root);
  host.append(root);
  entry.root = root;
}

export default function ({ parentElement: host, data, setTriggerValue }) {
  const send = (code) => setTriggerValue("found", code);
  const before = instances.get(host);
  if (before) before.send = send;
  else {
    const entry = { send, root: null, abort: new AbortController() };
    instances.set(host, entry);
    begin(host, data, entry);
  }
  return () => {
    const entry = instances.get(host);
    instances.delete(host);
    entry?.abort.abort();
    entry?.root?.remove();
  };
}
