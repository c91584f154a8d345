// Sent with every rerun, so it stays small: brings the modules once and passes the choice on.

const instances = new WeakMap();
const fetched = new Map();

function once(url, read) {
  const key = `${read} ${url}`;
  if (!fetched.has(key))
    fetched.set(
      key,
      fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        return answer[read]();
      }),
    );
  return fetched.get(key);
}

const sameView = ({ period, region, ...rest }) => JSON.stringify(rest);

async function begin(host, data, send, entry) {
  const at = (path) => new URL(path, document.baseURI).href.replace(/([^:]\/)\/+/g, "$1");
  // All at once: on a slow line every wait for an answer costs more than the bytes.
  const [{ mount }, geometry, wire, css] = await Promise.all([
    import(at(`${data.modules}/explorer.js`)),
    once(at(data.geometry), "json"),
    once(at(data.values), "json"),
    once(at(`${data.modules}/explorer.css`), "text"),
  ]);
  if (instances.get(host) !== entry) return;
  host.querySelectorAll(".explorer").forEach((old) => old.remove());
  entry.live = mount(host, entry.data, (event) => entry.send(event), { geometry, wire, css });
}

export default function ({ parentElement: host, data, setTriggerValue }) {
  const send = (event) => setTriggerValue("chosen", event);
  const before = instances.get(host);
  if (before && before.view === sameView(data)) {
    before.data = data;
    before.send = send;
    before.live?.choose(data);
    before.live?.recolour();
  } else {
    before?.live?.destroy();
    const entry = { view: sameView(data), data, send, live: null };
    instances.set(host, entry);
    begin(host, data, send, entry).catch((error) => {
      if (instances.get(host) !== entry) return;
      instances.delete(host);
      const word = document.createElement("p");
      word.setAttribute("role", "alert");
      word.className = "explorer";
      word.textContent = data.texts.notLoaded;
      host.append(word);
      throw error;
    });
  }
  return () => {
    const entry = instances.get(host);
    instances.delete(host);
    entry?.live?.destroy();
  };
}
