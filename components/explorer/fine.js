// The whole country's map, zoomed in, draws the provinces in sight with their fine outlines: each is fetched once,
// stands in for the coarse one, and goes again with the zoom, so that a move in time over all regions stays quick.

const FROM = 5; // the zoom at which the coarse grid begins to show

// A path on its own grid, brought to the map's.
const onGrid = (path, ratio) => path.replace(/-?\d+/g, (n) => `${Math.round(n * ratio * 1000) / 1000} `);

// address: of a province's outlines, with {area} for its code; "" where the map is fine already.
export function fineOutlines({ address, geometry, boxes, map }) {
  const fetched = new Map();
  let drawn = new Set();

  function fetchOnce(area) {
    if (!fetched.has(area))
      fetched.set(
        area,
        fetch(new URL(address.replace("{area}", area), document.baseURI))
          .then((answer) => (answer.ok ? answer.json() : null))
          // Without the server the coarse outlines go on; the next zoom asks again.
          .catch(() => {
            fetched.delete(area);
            return null;
          }),
      );
    return fetched.get(area);
  }

  const isInSight = ({ x, y, width, height }, to, size) =>
    to.x + (x + width) * to.scale > 0 &&
    to.y + (y + height) * to.scale > 0 &&
    to.x + x * to.scale < size.width &&
    to.y + y * to.scale < size.height;

  function draw(area, paths, ratio) {
    for (const [code, path] of Object.entries(paths)) {
      if (code.startsWith(area) && map.byCode.has(code)) map.reshape(code, ratio === 1 ? path : onGrid(path, ratio));
    }
  }

  function settle(to, zoom, size) {
    if (!address) return;
    const inSight = [...boxes]
      .filter(([, box]) => zoom >= FROM && isInSight(box, to, size))
      .map(([code]) => code.slice(0, 2));
    const wanted = new Set(inSight);
    for (const area of drawn) if (!wanted.has(area)) draw(area, geometry.paths, 1);
    const before = drawn;
    drawn = wanted;
    for (const area of wanted) {
      if (before.has(area)) continue;
      fetchOnce(area).then((fine) => {
        if (fine && drawn.has(area)) draw(area, fine.paths, fine.step / geometry.step);
      });
    }
  }

  return { settle };
}
