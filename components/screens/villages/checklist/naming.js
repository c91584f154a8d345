// Who ticks: the login's address where there is one, else a name asked once and kept for the browser's session.

import { el } from "../../../explorer/dom.js";

const STORE = "cakupan-name";

function kept() {
  try {
    return sessionStorage.getItem(STORE) ?? "";
  } catch {
    return "";
  }
}

function keep(name) {
  try {
    sessionStorage.setItem(STORE, name);
  } catch {
    // Kept as long as the page, then.
  }
}

export function naming({ texts, fixed, onName }) {
  let who = fixed || kept();
  const field = el("input", { type: "text", maxlength: 80, autocomplete: "name", "aria-label": texts.yourName });
  const first = el("p", { class: "first", role: "status" });
  const label = el("label", {}, el("span", {}, texts.yourName), field);
  const form = el("form", { class: "naming" }, label, el("button", { type: "submit" }, texts.useName), first);
  const said = el("p", { class: "by" });
  const change = el("button", { type: "button", class: "plain" }, texts.otherName);
  const root = el("div", { class: "who" }, form, el("div", { class: "named" }, said, fixed ? null : change));

  function show(asking) {
    form.hidden = !asking;
    said.parentNode.hidden = asking;
    first.textContent = asking && !who ? texts.nameFirst : "";
    said.textContent = `${texts.tickingAs} ${who}`;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim().replace(/\s+/g, " ");
    if (!name) return field.focus();
    who = name;
    keep(name);
    show(false);
    onName(name);
  });
  change.addEventListener("click", () => {
    field.value = who;
    show(true);
    field.focus();
  });
  show(!who);

  return {
    root,
    who: () => who,
    // A tick was tried without a name: the sentence that stood there all the time is said aloud now.
    ask() {
      show(true);
      first.textContent = texts.nameNow;
      first.classList.add("late");
      field.focus();
    },
  };
}
