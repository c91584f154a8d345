// Text as large as its box allows, between two sizes.

export function fit(node, unit, most, least) {
  let size = most;
  const tooLarge = () => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;
  node.style.fontSize = `${size * unit}px`;
  while (size > least && tooLarge()) {
    size = Math.max(least, size - 4);
    node.style.fontSize = `${size * unit}px`;
  }
}

// The same for what its own box follows: as large as it may be without being higher than so many pixels of the stage.
export function fitHeight(node, unit, most, least, room) {
  let size = most;
  node.style.fontSize = `${size * unit}px`;
  while (size > least && node.offsetHeight > room * unit + 1) {
    size = Math.max(least, size - 1);
    node.style.fontSize = `${size * unit}px`;
  }
}

// As large as its style says, and smaller where that is wider than its room.
export function shrink(node) {
  const share = node.clientWidth / node.scrollWidth;
  if (share < 1) node.style.fontSize = `${share * parseFloat(getComputedStyle(node).fontSize)}px`;
}

// The same between two sizes.
export function fitWidth(node, unit, most, least) {
  node.style.fontSize = `${most * unit}px`;
  const [room, wanted] = [node.clientWidth, node.scrollWidth];
  if (wanted > room) node.style.fontSize = `${Math.max(least, Math.floor((most * room) / wanted)) * unit}px`;
}
