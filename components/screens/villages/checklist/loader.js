// Sent with every rerun, so it stays small: brings the modules once and passes the list on.

const instances = new WeakMap();

// What the rows are made for; anything else only changes what stands in them.
const made = ({ columns, may, modules, texts, who }) => JSON.stringify([columns, may, modules, texts, who]);

async function begin(host, entry) {
  const at = (path) => new URL(path, document.baseURI).href.replace(/([^:]\/)\/+/g, "$1");
  const base = entry.data.modules;
  const [{ mount }, css] = await Promise.all([
    import(at(`${base}/checklist.js`)),
    fetch(at(`${base}/checklist.css`)).then((answer) => answer.text()),
  ]);
  if (instances.get(host) !== entry) return;
  host.querySelectorAll(".checklist").forEach((old) => old.remove());
  entry.live = mount(host, entry.data, (value) => entry.send(value), css);
}

export default function ({ parentElement: host, data, setStateValue }) {
  const send = (value) => setStateValue("wishes", value);
  const before = instances.get(host);
  if (before && before.made === made(data)) {
    before.data = data;
    before.send = send;
    before.live?.update(data);
  } else {
    before?.live?.destroy();
    const entry = { made: made(data), data, send, live: null };
    instances.set(host, entry);
    begin(host, entry).catch((error) => {
      if (instances.get(host) !== entry) return;
      instances.delete(host);
      const word = document.createElement("p");
      word.setAttribute("role", "alert");
      word.className = "checklist";
      word.textContent = data.texts.notLoaded;
      host.append(word);
      throw error;
    });
  }
  return () => {
    const last = instances.get(host);
    instances.delete(host);
    last?.live?.destroy();
  };
}
