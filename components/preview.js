// Shows which period the map has run ahead to; the explorer tells the page by an event.

const STYLE = "max-width:22em;margin:0;padding:6px 12px;border-radius:4px;font:500 15px/1.35 var(--st-font,sans-serif);" +
  "color:var(--st-background-color,#fff);background:var(--st-primary-color,#0b6b4f)";

export default function ({ parentElement, data }) {
  const chip = document.createElement("p");
  chip.style.cssText = STYLE;
  chip.hidden = true;
  chip.setAttribute("role", "status");
  parentElement.replaceChildren(chip);
  const hear = ({ detail }) => {
    chip.hidden = !detail.period;
    chip.textContent = data.text.replace("{period}", detail.period ?? "");
  };
  window.addEventListener("cakupan:preview", hear);
  return () => window.removeEventListener("cakupan:preview", hear);
}
