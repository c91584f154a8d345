// The keys of a deck. A letter alone is a command, letters one after another are a region's name, digits a slide's number.

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
// So long a letter may be the first of a name: who looks for the keys types one a second. Held down, pressed again or
// with Enter it is a command at once.
const ALONE_MS = 1500;
// So long after a command another letter still takes it back.
const REGRET_MS = 1500;
const NUMBER_MS = 4000;

// veiled(): whether names are hidden, when no letter of a word may do anything; hint(letter): what is waited for.
export function keys({
  finder,
  initials,
  veiled,
  hint,
  number,
  next,
  previous,
  first,
  last,
  jump,
  leave,
  help,
  commands,
}) {
  let digits = "";
  let fading = null;
  let pending = null;
  let done = null;

  function setDigits(text) {
    digits = text;
    number(text);
    clearTimeout(fading);
    if (text) fading = setTimeout(() => setDigits(""), NUMBER_MS);
  }

  function run(key) {
    forget();
    done = { key, at: performance.now() };
    commands[key].run();
  }

  // Returns the letter that was waiting.
  function forget() {
    const key = pending?.key;
    clearTimeout(pending?.timer);
    pending = null;
    hint("");
    return key;
  }

  function letter(key) {
    if (finder.isOpen()) return finder.type(key);
    if (pending) return second(forget(), key);
    if (done?.key === key && !veiled()) return run(key);
    if (!commands[key]) return finder.begin(taken() && finder.knows(done.key + key) ? takeBack() + key : key);
    if (!veiled() && !initials.includes(key)) return run(key);
    pending = { key, timer: setTimeout(() => run(key), ALONE_MS) };
    hint(key);
  }

  // Two letters that begin no name are two commands in a row; while names are hidden they are a word like any other.
  function second(before, key) {
    if (key === before) return run(key);
    if (veiled() || !commands[key] || finder.knows(before + key)) return finder.begin(before + key);
    run(before);
    letter(key);
  }

  // Whether what was done last may still turn out to have been the first letter of a name.
  const taken = () => done && commands[done.key].undo && performance.now() - done.at < REGRET_MS;

  function takeBack() {
    const { key } = done;
    commands[key].run();
    done = null;
    return key;
  }

  function enter() {
    if (!digits) return next();
    jump(Number(digits));
    setDigits("");
  }

  function other(key) {
    if (key === "Escape") {
      if (digits) setDigits("");
      else leave();
    } else if (key === "Backspace") {
      if (digits) setDigits(digits.slice(0, -1));
      else leave();
    } else if (key === "Enter") enter();
    else if (NEXT.has(key)) next();
    else if (BACK.has(key)) previous();
    else if (key === "Home") first();
    else if (key === "End") last();
    else if (key === ".") commands.b.run();
    else if (key === "?") help();
    else if (key === "/") finder.begin();
    else if (key === "F5") commands.f.run();
    else return false;
    return true;
  }

  // A control that the keyboard reached keeps its own keys; one that the mouse left behind does not.
  function belongs(target, key) {
    const control = target.closest?.("button, a, input, [tabindex='0']");
    if (!control?.matches(":focus-visible")) return false;
    return control.matches("input")
      ? key.startsWith("Arrow") || key === "Home" || key === "End"
      : key === "Enter" || key === " ";
  }

  // A letter that waits, and then no letter. Returns whether the key was meant for it alone.
  function waited(key) {
    if (!pending) return false;
    if (key === "Escape" || key === "Backspace") {
      forget();
      return true;
    }
    run(pending.key);
    return key === "Enter";
  }

  function press(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || key === "Shift") return;
    // Who types a name to its end and Enter, as for a number, means one thing and not two.
    const wasFound = finder.confirmed();
    if (key === "Enter" && wasFound) return event.preventDefault();
    if (!finder.isOpen() && belongs(event.target, key)) return;
    if (finder.isOpen() && finder.press(key)) return event.preventDefault();
    if (/^\p{L}$/u.test(key)) {
      event.preventDefault();
      const small = key.toLocaleLowerCase("id");
      if (!event.repeat) letter(small);
      else if (pending?.key === small) run(small);
      return;
    }
    if (waited(key)) return event.preventDefault();
    done = null;
    if (/^\d$/.test(key)) setDigits((digits + key).slice(-4));
    else if (!other(key)) return;
    event.preventDefault();
  }

  window.addEventListener("keydown", press, true);
  window.addEventListener("keyup", ({ key }) => commands[key.toLowerCase?.()]?.release?.(), true);
  // A click leaves the focus where it was, so that a clicker's key is never taken by a slider or a button.
  window.addEventListener("pointerup", () => setTimeout(() => document.activeElement?.blur?.()), true);
}
