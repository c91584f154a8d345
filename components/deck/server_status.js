// Asks the server for what is new; where it does not answer the deck goes on, and says so.

const EVERY_MS = 4000;
const AWAY_MS = 2000;
const PATIENCE_MS = 3500;

export function poll({ path, onState, onAway }) {
  if (!path || !location.protocol.startsWith("http")) return;

  // Of a kept deck the server tells its revision as well.
  const [, kept] = location.pathname.match(/\/decks\/(\w+)$/) ?? [];
  const asked = kept && kept !== "view" ? `${path}&deck=${kept}` : path;

  async function ask() {
    let wait = EVERY_MS;
    try {
      const answer = await fetch(asked, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.ok) onState(await answer.json());
      onAway(answer.status >= 500);
    } catch {
      onAway(true);
      wait = AWAY_MS;
    }
    setTimeout(ask, wait);
  }

  ask();
}
