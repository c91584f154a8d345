// The deck as it is on the server now, taken into the window that shows it: nothing is loaded anew, no place is lost.

const PATIENCE_MS = 30000;
const code = document.currentScript?.textContent;

// onTaken(document): the newer document. Resolves to whether there is nothing more to be taken for now.
export function renewal(onTaken) {
  let running = false;

  return async function renew() {
    if (running) return false;
    running = true;
    try {
      const answer = await fetch(location.pathname + location.search, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status !== 200) return answer.status === 404; // still being put together, or gone
      const newer = new DOMParser().parseFromString(await answer.text(), "text/html");
      // What another release of the program wrote is shown after the next load.
      if (newer.querySelector("script:not([type])")?.textContent === code) onTaken(newer);
      return true;
    } catch {
      return false;
    } finally {
      running = false;
    }
  };
}
