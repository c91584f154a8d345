// The mark of a break in a line: its figures before and after are shares of different denominators.

import { svg } from "./dom.js";

export function breakMark({ from, to }, { x, y }, title, size = 6) {
  const [across, up] = [(x(from.month) + x(to.month)) / 2, (y(from.value) + y(to.value)) / 2];
  const d = `M${across - size} ${up + size}l${size} ${-2 * size}m${size * 0.8} 0l${-size} ${2 * size}`;
  return svg("path", { class: "break", d }, svg("title", {}, title));
}
