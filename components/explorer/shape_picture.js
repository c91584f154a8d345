// What a stylesheet says of circles and tiles on screen must stand in the exported picture itself.

import { svg } from "./dom.js";

const RIM = 0.7;
const EDGE = 40;
const NOTE_AT = 84;
const NUMBERS = /-?[\d.]+(?:e-?\d+)?/g;

// drawing: as picture() made it of the map; shapes: what stands for the regions there.
export function dressPicture(drawing, { shapes, frame, data }) {
  if (!shapes.kind()) return drawing;
  const style = getComputedStyle(frame);
  const ink = (name) => style.getPropertyValue(name).trim();
  const plane = drawing.querySelector(".regions").parentNode;
  const [x, y, scale] = plane.getAttribute("transform").match(NUMBERS).map(Number);
  for (const land of plane.querySelectorAll(".land")) land.setAttribute("fill", ink("--land"));
  for (const speck of plane.querySelectorAll(".speck")) speck.setAttribute("stroke-width", RIM / scale);
  if (shapes.isTiles()) {
    for (const ground of plane.querySelectorAll(".frames, .around")) ground.remove();
    const explained = [...drawing.querySelectorAll("text")].find((one) => one.textContent === data.frameTitle);
    explained?.parentNode.remove();
  }
  const [width, height] = ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
  const names = shapes.names.drawn({ x, y, scale }, { width, height });
  for (const name of names) if (name.classList.contains("block")) name.setAttribute("fill", ink("--soft"));
  drawing.append(svg("g", {}, ...names));
  const note = { x: width - EDGE, y: NOTE_AT, "font-size": 15, fill: ink("--soft") };
  drawing.append(svg("text", { ...note, "text-anchor": "end" }, shapes.note.textContent));
  return drawing;
}
