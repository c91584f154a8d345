// Shows which period the map has run ahead to; the explorer tells the page by an event.

const STYLE =
  "position:absolute;top:0;left:0;z-index:2;width:max-content;max-width:18em;margin:0;padding:6px 12px;border-radius:4px;font:500 15px/1.35 var(--st-font,sans-serif);" +
  "color:#fff;background:var(--st-primary-color,#0b6b4f)";

export default function ({ parentElement, data }) {
  const chip = document.createElement("p");
  chip.style.cssText = STYLE;
  chip.hidden = true;
  chip.setAttribute("role", "status");
  // It floats: what stands below must not jump while the slider moves.
  const place = document.createElement("div");
  place.style.cssText = "position:relative;height:0";
  place.append(chip);
  parentElement.replaceChildren(place);
  const hear = ({ detail }) => {
    chip.hidden = !detail.period;
    chip.textContent = data.text.replace("{period}", detail.period ?? "");
  };
  window.addEventListener("cakupan:preview", hear);
  return () => window.removeEventListener("cakupan:preview", hear);
}
