// The keys of a deck. A letter alone is a command, letters one after another are a region's name, digits a slide's number.

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
// So long a letter may be the first of a name: who looks for the keys types one a second. Held down, pressed again or
// with Enter it is a command at once.
const ALONE_MS = 1500;
// So long after a command another letter still takes it back.
const REGRET_MS = 1500;
const NUMBER_MS = 4000;

function setDigits(it, text) {
  it.digits = text;
  it.number(text);
  clearTimeout(it.fading);
  if (text) it.fading = setTimeout(() => setDigits(it, ""), NUMBER_MS);
}

function run(it, key) {
  forget(it);
  it.done = { key, at: performance.now() };
  it.commands[key].run();
}

// Returns the letter that was waiting.
function forget(it) {
  const key = it.pending?.key;
  clearTimeout(it.pending?.timer);
  it.pending = null;
  it.hint("");
  return key;
}

function letter(it, key) {
  const { finder, commands, done } = it;
  if (finder.isOpen()) return finder.type(key);
  if (it.pending) return second(it, forget(it), key);
  if (done?.key === key && !it.veiled()) return run(it, key);
  if (!commands[key])
    return finder.begin(mayBeTakenBack(it) && finder.knows(done.key + key) ? takeBack(it) + key : key);
  if (!it.veiled() && !it.initials.includes(key)) return run(it, key);
  it.pending = { key, timer: setTimeout(() => run(it, key), ALONE_MS) };
  it.hint(key);
}

// Two letters that begin no name are two commands in a row; while names are hidden they are a word like any other.
function second(it, before, key) {
  if (key === before) return run(it, key);
  if (it.veiled() || !it.commands[key] || it.finder.knows(before + key)) return it.finder.begin(before + key);
  run(it, before);
  letter(it, key);
}

// Whether what was done last may still turn out to have been the first letter of a name.
const mayBeTakenBack = ({ done, commands }) =>
  done && commands[done.key].undo && performance.now() - done.at < REGRET_MS;

function takeBack(it) {
  const { key } = it.done;
  it.commands[key].run();
  it.done = null;
  return key;
}

function enter(it) {
  if (!it.digits) return it.next();
  it.jump(Number(it.digits));
  setDigits(it, "");
}

// What a key without a letter does; nothing for a key that the deck does not know.
function actOf(it, key) {
  const { commands, digits } = it;
  if (NEXT.has(key)) return it.next;
  if (BACK.has(key)) return it.previous;
  const acts = {
    Escape: () => (digits ? setDigits(it, "") : it.leave()),
    Backspace: () => (digits ? setDigits(it, digits.slice(0, -1)) : it.leave()),
    Enter: () => enter(it),
    Home: it.first,
    End: it.last,
    ".": commands.b.run,
    "?": it.help,
    "/": () => it.finder.begin(),
    F5: commands.f.run,
  };
  return Object.hasOwn(acts, key) ? acts[key] : null;
}

// A control that the keyboard reached keeps its own keys; one that the mouse left behind does not.
function belongs(target, key) {
  const control = target.closest?.("button, a, input, summary, [tabindex='0']");
  if (!control?.matches(":focus-visible")) return false;
  if (control.matches("input")) return key.startsWith("Arrow") || key === "Home" || key === "End";
  return key === "Enter" || key === " ";
}

// A letter that waits, and then no letter. Returns whether the key was meant for it alone.
function waited(it, key) {
  if (!it.pending) return false;
  if (key === "Escape" || key === "Backspace") {
    forget(it);
    return true;
  }
  run(it, it.pending.key);
  return key === "Enter";
}

function spell(it, key, isRepeated) {
  const small = key.toLocaleLowerCase("id");
  if (!isRepeated) letter(it, small);
  else if (it.pending?.key === small) run(it, small);
}

// Whether the key was meant for the deck.
function press(it, { key, target, repeat }) {
  const { finder } = it;
  // Who types a name to its end and Enter, as for a number, means one thing and not two.
  const wasFound = finder.confirmed();
  if (key === "Enter" && wasFound) return true;
  if (!finder.isOpen() && belongs(target, key)) return false;
  if (finder.isOpen() && finder.press(key)) return true;
  if (/^\p{L}$/u.test(key)) {
    spell(it, key, repeat);
    return true;
  }
  if (waited(it, key)) return true;
  it.done = null;
  const act = /^\d$/.test(key) ? () => setDigits(it, (it.digits + key).slice(-4)) : actOf(it, key);
  act?.();
  return Boolean(act);
}

// veiled(): whether names are hidden, when no letter of a word may do anything; hint(letter): what is waited for.
export function keys(given) {
  const it = { ...given, digits: "", fading: null, pending: null, done: null };
  const listen = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key === "Shift") return;
    if (press(it, event)) event.preventDefault();
  };
  window.addEventListener("keydown", listen, true);
  window.addEventListener("keyup", ({ key }) => it.commands[key.toLowerCase?.()]?.release?.(), true);
  // A click leaves the focus where it was, so that a clicker's key is never taken by a slider or a button.
  window.addEventListener("pointerup", () => setTimeout(() => document.activeElement?.blur?.()), true);
}
