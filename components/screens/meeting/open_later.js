// The links to the deck wait until what was changed just now is kept: opened at once, it would show what was before.

const LINKS = 'a[href*="/decks/"]';
const RUNNING = '[data-testid="stApp"][data-test-script-state]:not([data-test-script-state="notRunning"])';
const FIELDS = "textarea, input";
const LOOK_MS = 100;
// What is typed is sent as its field is left; the page says that it runs only after that.
const SENT_MS = 400;
// A page may run for other reasons than keeping something, a change on its way may not.
const RUN_MS = 4000;

export class OpenLater {
  constructor(list) {
    this.list = list;
    this.typed = 0;
    this.abort = new AbortController();
    const heard = { capture: true, signal: this.abort.signal };
    document.addEventListener("focusout", (event) => this.left(event), heard);
    for (const kind of ["click", "auxclick"]) document.addEventListener(kind, (event) => this.clicked(event), heard);
  }

  left(event) {
    if (event.target.matches?.(FIELDS)) this.typed = Date.now();
  }

  clicked(event) {
    const link = event.target.closest?.(LINKS);
    if (!link || event.button > 1 || this.isKept(0)) return;
    event.preventDefault();
    event.stopPropagation();
    this.list.say(this.list.data.texts.opens);
    this.show(link, true);
    clearInterval(this.watch);
    const since = Date.now();
    this.watch = setInterval(() => this.isKept(Date.now() - since) && this.open(link), LOOK_MS);
  }

  isKept(waited) {
    if (this.list.isSaving()) return false;
    return waited > RUN_MS || (Date.now() - this.typed > SENT_MS && !document.querySelector(RUNNING));
  }

  // A browser opens a window only soon after a click.
  open(link) {
    clearInterval(this.watch);
    const { texts } = this.list.data;
    const may = navigator.userActivation?.isActive !== false && link.isConnected;
    this.list.say(may ? "" : texts.again);
    this.typed = 0;
    this.show(link, false);
    if (may) link.click();
    else link.focus();
  }

  // The word stands below the list, which may be out of sight.
  show(link, busy) {
    link.setAttribute("aria-busy", String(busy));
    link.style.opacity = busy ? "0.6" : "";
    link.style.cursor = busy ? "progress" : "";
  }

  stop() {
    clearInterval(this.watch);
    this.abort.abort();
  }
}
