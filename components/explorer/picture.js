// The map as a picture that can stand alone: title, legend, source, date and SIMULASI inside it.

import { el, say, svg } from "./dom.js";
import { FRAME } from "./legend.js";
import { labelPart, mapPart } from "./picturemap.js";
import { GAP_CLASS } from "./values.js";

const WIDTH = 1280;
const EDGE = 40;
const HEAD = 108;
const FOOT = 76;
const LEGEND = 250;
// As large as on the map that is copied.
const BUBBLE = 26;
const PNG_SCALE = 2;
const FONT = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif";

const text = (x, y, size, words, more = {}) => svg("text", { x, y, "font-size": size, ...more }, words);

// What the stylesheet says on screen must stand in the picture itself.
function patterns(root, ink, scale) {
  const copies = [...root.querySelectorAll("pattern")].map((pattern) => pattern.cloneNode(true));
  for (const copy of copies) {
    copy.setAttribute("patternTransform", `scale(${1 / scale})`);
    copy.querySelector("rect").setAttribute("fill", ink.ground);
    copy.querySelector("path").setAttribute("stroke", ink.hatch);
    copy.querySelector("path").setAttribute("stroke-width", 1.2);
  }
  return svg("defs", {}, ...copies);
}

function legendPart(rows, unit, fillOf, ink, x, y) {
  const swatch = (key, size) =>
    size
      ? svg("circle", { cx: 13, cy: 8, r: BUBBLE * size, fill: ink.bubble, "fill-opacity": 0.72 })
      : svg("rect", {
          width: 26,
          height: 16,
          fill: fillOf(key) ?? "none",
          stroke: ink.line,
          "stroke-width": key === FRAME ? 1 : 0.5,
        });
  const lines = rows.map(({ key, size, text: words, count }, i) =>
    svg(
      "g",
      {
        transform: `translate(${x + (size ? BUBBLE : 0)} ${y + 26 + i * (rows.some((row) => row.size) ? 2 * BUBBLE : 26)})`,
      },
      swatch(key, size),
      text(36, 13, 15, words),
      text(LEGEND - EDGE, 13, 15, count, { "text-anchor": "end" }),
    ),
  );
  return svg("g", {}, text(x, y, 14, unit, { fill: ink.soft }), ...lines);
}

const INKS = {
  ground: "--ground",
  text: "--ink",
  soft: "--soft",
  panel: "--panel",
  line: "--line",
  hatch: "--hatch",
  warning: "--warning",
};

function inksOf(frame) {
  const style = getComputedStyle(frame);
  return Object.fromEntries(
    Object.entries(INKS).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  );
}

function fillsOf(map, colours) {
  const [hatch, dense] = map.root.querySelectorAll("pattern");
  const gaps = {
    [GAP_CLASS.p]: `url(#${dense.id})`,
    [GAP_CLASS.x]: colours.notApplicable,
  };
  return (key) => gaps[key] ?? colours.classes[key] ?? `url(#${hatch.id})`;
}

// The letters themselves as a rule of CSS; where they cannot be had any more, the picture names those of the same widths.
export async function letters(address) {
  const answer = await fetch(new URL(address, document.baseURI), { cache: "force-cache" }).catch(() => null);
  if (!answer?.ok) return "";
  const reader = new FileReader();
  const read = new Promise((done) => {
    reader.onload = () => done(reader.result);
  });
  reader.readAsDataURL(await answer.blob());
  return `@font-face{font-family:Arimo;font-weight:400 700;src:url(${await read})}`;
}

// The word stands at the head and across the map, so that no crop of the picture loses it.
function simulatedMarks(mark, frame, ink) {
  return [
    text(WIDTH - EDGE, 52, 30, mark, { "text-anchor": "end", "font-weight": 700, fill: ink.warning }),
    text(frame.x + frame.width / 2, frame.y + frame.height / 2, 120, mark, {
      "text-anchor": "middle",
      "font-weight": 700,
      fill: ink.text,
      opacity: 0.1,
    }),
  ];
}

function notes({ texts, data }, words, height, ink) {
  const date = new Date().toLocaleDateString(data.format.locale, { day: "numeric", month: "long", year: "numeric" });
  const note = `${words.counts} · ${texts.indicative} · ${say(texts.made, { date })}`;
  return [
    text(EDGE, height - 42, 15, words.source, { fill: ink.soft }),
    text(EDGE, height - 18, 15, note, { fill: ink.soft }),
  ];
}

export function picture({ it, map, legend, labels, words, face }) {
  const { data, geometry, texts } = it;
  const ink = { ...inksOf(it.frame), bubble: it.colours.bubble };
  const width = WIDTH - 2 * EDGE - LEGEND;
  const mapHeight = Math.round(Math.min(Math.max((width * geometry.box[3]) / Math.max(1, geometry.box[2]), 380), 900));
  const height = HEAD + mapHeight + FOOT;
  const frame = { x: EDGE + LEGEND, y: HEAD, width, height: mapHeight };
  const { copy, view } = mapPart({ plane: map.plane, box: geometry.box, ink, frame });
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      "font-family": FONT,
      fill: ink.text,
    },
    svg("title", {}, `${data.title}, ${words.period}`),
    svg("style", {}, face),
    patterns(map.root, ink, view.scale),
    svg("rect", { width: WIDTH, height, fill: ink.ground }),
    text(EDGE, 52, 30, data.title, { "font-weight": 700 }),
    text(EDGE, 84, 20, words.period, { fill: ink.soft }),
    svg("clipPath", { id: "window" }, svg("rect", frame)),
    svg("g", { "clip-path": "url(#window)" }, copy),
    labels ? labelPart(labels, view, { width: WIDTH, height }, ink) : null,
    legendPart(legend.rows(), data.unitName, fillsOf(map, it.colours), ink, EDGE, HEAD + 30),
    ...(data.simulated ? simulatedMarks(texts.simulatedMark, frame, ink) : []),
    ...notes(it, words, height, ink),
  );
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// What XML has no place for, as a bell in a source's title: with it no program could open the picture.
const NOT_IN_XML = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const asXml = (drawing) => new XMLSerializer().serializeToString(drawing).replace(NOT_IN_XML, "");
const asBlob = (drawing) => new Blob([asXml(drawing)], { type: "image/svg+xml;charset=utf-8" });

export const saveSvg = (drawing, name) => save(asBlob(drawing), `${name}.svg`);

export async function savePng(drawing, name) {
  const url = URL.createObjectURL(asBlob(drawing));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = el("canvas", {
    width: drawing.getAttribute("width") * PNG_SCALE,
    height: drawing.getAttribute("height") * PNG_SCALE,
  });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
}
