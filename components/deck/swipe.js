// A finger drawn across the screen turns the slide, as on a phone's pictures.

const FAR = 56; // pixels
const LEVEL = 1.8; // so much more across than down
const QUICK_MS = 900;

export function swipe({ root, next, previous }) {
  let begun = null;

  // What a finger moves by itself: the slider, and a map that was come close to.
  const isTaken = (target) => Boolean(target.closest?.("input, svg.zoomed, .finder, .over"));

  root.addEventListener("touchstart", ({ touches, target }) => {
    begun = touches.length === 1 && !isTaken(target) ? { x: touches[0].clientX, y: touches[0].clientY, at: performance.now() } : null;
  }, { passive: true });
  root.addEventListener("touchcancel", () => { begun = null; }, { passive: true });
  root.addEventListener("touchend", ({ changedTouches, touches }) => {
    if (!begun || touches.length) return;
    const [across, down] = [changedTouches[0].clientX - begun.x, changedTouches[0].clientY - begun.y];
    const wasQuick = performance.now() - begun.at < QUICK_MS;
    begun = null;
    if (!wasQuick || Math.abs(across) < FAR || Math.abs(across) < LEVEL * Math.abs(down)) return;
    (across < 0 ? next : previous)();
  }, { passive: true });
}
