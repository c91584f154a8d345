// A finger drawn across the screen turns the slide, as on a phone's pictures; so does a tap on either half of it.

const FAR = 56; // pixels
const LEVEL = 1.8; // so much more across than down
const QUICK_MS = 900;
const STILL = 10; // pixels
const TAP_MS = 350;

export function swipe({ root, next, previous }) {
  let begun = null;

  // What a finger moves by itself: the slider, and a map that was come close to.
  const isTaken = (target) => Boolean(target.closest?.("input, svg.zoomed, .finder, .over, .cites ul"));

  // What answers to a tap by itself.
  const answers = (target) => Boolean(target.closest?.("button, a, input, details, [data-region], nav.bar"));

  function tap({ target, clientX }) {
    if (!answers(target)) (clientX < window.innerWidth / 2 ? previous : next)();
  }

  root.addEventListener(
    "touchstart",
    ({ touches, target }) => {
      begun =
        touches.length === 1 && !isTaken(target)
          ? { x: touches[0].clientX, y: touches[0].clientY, at: performance.now() }
          : null;
    },
    { passive: true },
  );
  root.addEventListener(
    "touchcancel",
    () => {
      begun = null;
    },
    { passive: true },
  );
  root.addEventListener(
    "touchend",
    ({ changedTouches, touches }) => {
      if (!begun || touches.length) return;
      const [across, down] = [changedTouches[0].clientX - begun.x, changedTouches[0].clientY - begun.y];
      const took = performance.now() - begun.at;
      begun = null;
      if (Math.hypot(across, down) < STILL && took < TAP_MS) return tap(changedTouches[0]);
      const wasQuick = took < QUICK_MS;
      if (!wasQuick || Math.abs(across) < FAR || Math.abs(across) < LEVEL * Math.abs(down)) return;
      (across < 0 ? next : previous)();
    },
    { passive: true },
  );
}
