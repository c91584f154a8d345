// The code that leads the audience to the deck, as Python drew it.

import { svg } from "../explorer/dom.js";

export function qrDrawing({ qr, publicUrl }) {
  return svg(
    "svg",
    { viewBox: `0 0 ${qr.size} ${qr.size}`, class: "qr", role: "img", "aria-label": publicUrl },
    svg("rect", { width: qr.size, height: qr.size, fill: "#fff" }),
    svg("path", { d: qr.path, stroke: "#000", "stroke-width": 1 }),
  );
}
