// The whole country's map, zoomed in, draws the provinces in sight with their fine outlines: each is fetched once,
// stands in for the coarse one, and goes again with the zoom, so that a move in time over all regions stays quick.

const FROM = 5; // the zoom at which the coarse grid begins to show

// A path on its own grid, brought to the map's.
export const onGrid = (path, ratio) => path.replace(/-?\d+/g, (n) => `${Math.round(n * ratio * 1000) / 1000} `);

export const isInSight = ({ x, y, width, height }, to, size) =>
  to.x + (x + width) * to.scale > 0 &&
  to.y + (y + height) * to.scale > 0 &&
  to.x + x * to.scale < size.width &&
  to.y + y * to.scale < size.height;

// A province's outlines; null where the server has none.
async function bring(address, area) {
  const answer = await fetch(new URL(address.replace("{area}", area), document.baseURI));
  return answer.ok ? answer.json() : null;
}

// address: of a province's outlines, with {area} for its code; "" where the map is fine already.
export function fineOutlines({ address, geometry, boxes, map }) {
  const fetched = new Map();
  let drawn = new Set();

  function fetchOnce(area) {
    if (!fetched.has(area)) fetched.set(area, bring(address, area));
    // Without the server the next zoom asks again.
    return fetched.get(area).catch(() => {
      fetched.delete(area);
      return null;
    });
  }

  function draw(area, paths, ratio) {
    for (const [code, path] of Object.entries(paths)) {
      if (code.startsWith(area) && map.byCode.has(code)) map.reshape(code, ratio === 1 ? path : onGrid(path, ratio));
    }
  }

  async function refine(area) {
    const fine = await fetchOnce(area);
    if (fine && drawn.has(area)) draw(area, fine.paths, fine.step / geometry.step);
  }

  function settle(to, zoom, size) {
    if (!address) return;
    const inSight = [...boxes].filter(([, box]) => zoom >= FROM && isInSight(box, to, size));
    const [before, wanted] = [drawn, new Set(inSight.map(([code]) => code.slice(0, 2)))];
    drawn = wanted;
    for (const area of before) if (!wanted.has(area)) draw(area, geometry.paths, 1);
    for (const area of wanted) if (!before.has(area)) refine(area);
  }

  // Other shapes stand for the regions now: what is on its way comes too late.
  function clear() {
    drawn = new Set();
  }

  return { settle, clear };
}
