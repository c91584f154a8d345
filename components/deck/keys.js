// The keys of a deck. A letter alone is a command, letters in a row are a region's name, digits a slide's number.

const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
// So long a letter may be the first of a name.
const HOLD_MS = 320;
// So long after a command another letter still takes it back.
const REGRET_MS = 1500;
const NUMBER_MS = 4000;

export function keys({ finder, number, next, previous, first, last, jump, leave, help, commands }) {
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

  function run({ key }) {
    pending = null;
    done = { key, at: performance.now() };
    commands[key].run();
  }

  function letter(key) {
    if (finder.isOpen()) return finder.type(key);
    // No region's name begins with a letter twice: that is a command given twice.
    if (pending?.key === key) return;
    if (pending) {
      clearTimeout(pending.timer);
      const begun = pending.key + key;
      pending = null;
      return finder.begin(begun);
    }
    if (done?.key === key) return run({ key });
    if (done && commands[done.key].undo && performance.now() - done.at < REGRET_MS) {
      commands[done.key].run();
      const begun = done.key + key;
      done = null;
      return finder.begin(begun);
    }
    if (!commands[key]) return finder.begin(key);
    pending = { key, timer: setTimeout(() => run({ key }), HOLD_MS) };
  }

  function enter() {
    if (!digits) return next();
    jump(Number(digits));
    setDigits("");
  }

  function other(key) {
    if (key === "Escape") { if (digits) setDigits(""); else leave(); }
    else if (key === "Backspace") { if (digits) setDigits(digits.slice(0, -1)); else leave(); }
    else if (key === "Enter") enter();
    else if (NEXT.has(key)) next();
    else if (BACK.has(key)) previous();
    else if (key === "Home") first();
    else if (key === "End") last();
    else if (key === ".") commands.b.run();
    else if (key === "?") help();
    else if (key === "F5") commands.f.run();
    else return false;
    return true;
  }

  // A control that the keyboard reached keeps its own keys; one that the mouse left behind does not.
  function belongs(target, key) {
    const control = target.closest?.("button, a, input, [tabindex='0']");
    if (!control?.matches(":focus-visible")) return false;
    return control.matches("input") ? key.startsWith("Arrow") || key === "Home" || key === "End" : key === "Enter" || key === " ";
  }

  function press(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!finder.isOpen() && belongs(event.target, key)) return;
    if (finder.isOpen() && finder.press(key)) return event.preventDefault();
    if (/^\p{L}$/u.test(key)) {
      event.preventDefault();
      if (!event.repeat) letter(key.toLocaleLowerCase("id"));
      return;
    }
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
