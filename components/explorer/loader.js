// Sent with every rerun, so it stays small: brings the modules of a widget once, and hands on what each run says.

const instances = new WeakMap();
const fetched = new Map();

const at = (path) => new URL(path, document.baseURI).href.replace(/([^:]\/)\/+/g, "$1");

// What fails is asked for again by the next run.
async function read(path, kind) {
  const answer = await fetch(at(path)).catch(() => ({ status: "no answer" }));
  if (answer.ok) return answer[kind]();
  fetched.delete(path);
  throw new Error(`${path}: ${answer.status}`);
}

function once(path, kind) {
  if (path && !fetched.has(path)) fetched.set(path, read(path, kind));
  return fetched.get(path);
}

// What a widget is made for; of the rest, which data.moves names, it is told.
const madeFor = (data) => JSON.stringify(Object.entries(data).filter(([name]) => !data.moves.includes(name)));

async function begin(host, entry) {
  const { script, style, geometry, values } = entry.data;
  // All at once: on a slow line every wait for an answer costs more than the bytes.
  const [{ mount }, css, ...files] = await Promise.all([
    import(at(script)),
    once(style, "text"),
    once(geometry, "json"),
    once(values, "json"),
  ]);
  if (instances.get(host) !== entry) return;
  const sheet = document.createElement("style");
  sheet.textContent = css ?? "";
  host.replaceChildren(sheet);
  entry.live = mount(host, entry.data, (value) => entry.send(value), files);
}

function fail(host, entry, error) {
  if (instances.get(host) !== entry) return;
  instances.delete(host);
  const word = document.createElement("p");
  word.setAttribute("role", "alert");
  word.textContent = entry.data.texts.notLoaded;
  host.append(word);
  throw error;
}

function end(host) {
  instances.get(host)?.live?.destroy?.();
  instances.delete(host);
  host.replaceChildren();
}

export default function ({ parentElement: host, data, setStateValue, setTriggerValue }) {
  const send = (value) => (data.state ? setStateValue(data.state, value) : setTriggerValue(data.trigger, value));
  const made = madeFor(data);
  const isNew = instances.get(host)?.made !== made;
  if (isNew) {
    end(host);
    instances.set(host, { made, live: null });
  }
  // A run that the next one has overtaken is cleaned up after it, and must leave it alone.
  const run = {};
  const entry = Object.assign(instances.get(host), { data, send, run });
  if (isNew) begin(host, entry).catch((error) => fail(host, entry, error));
  else entry.live?.update(data);
  return () => {
    if (instances.get(host)?.run === run) end(host);
  };
}
