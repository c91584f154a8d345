// Whose ground lies where in the window, on a coarse grid: to ask whether a label would lie on a region.

const CELL = 3;
// Cells from a region's point within which its own ground is looked for.
const NEAR = 24;
const [SEA, SHARED, MOST] = [0, 255, 250];

// Paths in colours that tell them apart; where two meet within a cell it is nobody's own.
function painted(regions, { x, y, scale }, width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.setTransform(scale / CELL, 0, 0, scale / CELL, x / CELL, y / CELL);
  regions.forEach(([, path], i) => {
    pen.fillStyle = `rgb(${(i % MOST) + 1},0,0)`;
    pen.fill(new Path2D(path.getAttribute("d")));
  });
  return pen.getImageData(0, 0, width, height).data;
}

// Sums over all cells above and left of each, so that a box is asked for at once.
function summed(owner, width, height) {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let row = 0; row < height; row++) {
    for (let column = 0, line = 0; column < width; column++) {
      line += owner[row * width + column] === SEA ? 0 : 1;
      sums[(row + 1) * (width + 1) + column + 1] = sums[row * (width + 1) + column + 1] + line;
    }
  }
  return sums;
}

const range = (middle, size, most) =>
  [Math.floor((middle - size / 2) / CELL), Math.ceil((middle + size / 2) / CELL)].map((at) =>
    Math.min(Math.max(at, 0), most),
  );

// Cells of land under a box.
function landUnder({ sums, width, height }, { x, y, w, h }) {
  const [[left, right], [top, bottom]] = [range(x, w, width), range(y, h, height)];
  const sum = (row, column) => sums[row * (width + 1) + column];
  return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left);
}

function isOwn({ owner, width, height }, number, { x, y, w, h }) {
  const [[left, right], [top, bottom]] = [range(x, w, width), range(y, h, height)];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) if (owner[row * width + column] !== number) return false;
  return right > left && bottom > top;
}

// A point where it lies on the region's own ground, else the nearest that does; itself where none is near.
function onOwn({ owner, width, height }, number, point) {
  const [column, row] = [Math.floor(point.x / CELL), Math.floor(point.y / CELL)];
  const holds = (c, r) => c >= 0 && r >= 0 && c < width && r < height && owner[r * width + c] === number;
  if (holds(column, row)) return point;
  for (let ring = 1; ring < NEAR; ring++) {
    for (let d = -ring; d <= ring; d++) {
      const rim = [d, -ring, d, ring, -ring, d, ring, d];
      for (let k = 0; k < rim.length; k += 2) {
        const [c, r] = [column + rim[k], row + rim[k + 1]];
        if (holds(c, r)) return { x: (c + 0.5) * CELL, y: (r + 0.5) * CELL };
      }
    }
  }
  return point;
}

// paths: the regions' elements by code; view: where they are drawn; frame: the window.
export function groundOf(paths, view, frame) {
  const regions = [...paths];
  const [width, height] = [frame.width, frame.height].map((side) => Math.max(1, Math.ceil(side / CELL)));
  const pixels = painted(regions, view, width, height);
  const owner = Uint8Array.from({ length: width * height }, (_one, i) =>
    pixels[4 * i + 3] === 0 ? SEA : pixels[4 * i + 3] === 255 ? pixels[4 * i] : SHARED,
  );
  const it = { owner, sums: summed(owner, width, height), width, height };
  const numbers = new Map(regions.map(([code], i) => [code, (i % MOST) + 1]));
  return {
    land: (box) => landUnder(it, box),
    isOwn: (code, box) => isOwn(it, numbers.get(code), box),
    onOwn: (code, point) => onOwn(it, numbers.get(code), point),
  };
}
