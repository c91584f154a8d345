// What is wrong with the texts on the screen: those that are cut, and those that lie upon each other.
// root: where to look, shadow roots included. Returns sentences for a test's report; [] where all stand well.
(root) => {
  const SLACK = 1.5;
  // The letters' own room: a line is set higher than they are.
  const AIR = 0.2;
  const shown = (node) =>
    node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !node.closest('.unseen, [hidden], .tooltip, [data-layout="over"]');
  const texts = [];

  function lines(node, range) {
    range.selectNodeContents(node);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0.5 && height > 0.5)
      .map(({ left, right, top, bottom, height }) => ({
        left,
        right,
        top: top + AIR * height,
        bottom: bottom - AIR * height,
      }));
  }

  function collect(from) {
    const range = document.createRange();
    const walker = document.createTreeWalker(from, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.shadowRoot) collect(node.shadowRoot);
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) continue;
      const owner = node.parentElement;
      if (
        !owner ||
        ["STYLE", "SCRIPT", "TITLE", "TITLE".toLowerCase(), "OPTION"].includes(owner.tagName) ||
        !shown(owner)
      )
        continue;
      const boxes = lines(node, range);
      if (boxes.length) texts.push({ owner, says: node.textContent.trim().slice(0, 40), boxes });
    }
  }

  const parentOf = (node) => node.parentElement ?? node.getRootNode().host ?? null;

  // Where an ancestor hides what reaches beyond it; one that scrolls shows it on demand, upward and to the left never.
  function cut({ owner, boxes }) {
    for (let around = owner; around; around = parentOf(around)) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (around.namespaceURI?.endsWith("svg") && around.tagName !== "svg") continue;
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const hides = (way) => way === "hidden" || way === "clip";
      const scrolls = (way) => way === "auto" || way === "scroll";
      for (const box of boxes) {
        if (hides(overflowX) && (box.left < left - SLACK || box.right > right + SLACK)) return `beyond ${name(around)}`;
        if (hides(overflowY) && (box.top < top - SLACK || box.bottom > bottom + SLACK)) return `beyond ${name(around)}`;
      }
      if (scrolls(overflowX) || scrolls(overflowY)) return null;
    }
    return boxes.some(({ left, right }) => left < -SLACK || right > innerWidth + SLACK) ? "beyond the screen" : null;
  }

  const name = (node) => `${node.tagName.toLowerCase()}.${[...node.classList].join(".")}`;

  // What a scrolling ancestor keeps out of sight lies on nothing.
  function inSight({ owner, boxes }) {
    let kept = boxes;
    for (let around = owner; around; around = parentOf(around)) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const { left, right, top, bottom } = around.getBoundingClientRect();
      kept = kept.filter((box) => box.right > left && box.left < right && box.bottom > top && box.top < bottom);
    }
    return kept;
  }

  const lie = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;

  collect(root);
  const found = texts.flatMap((text) => {
    const how = cut(text);
    return how ? [`cut: ${text.says} (${name(text.owner)}) ${how}`] : [];
  });
  const seen = texts.map((text) => ({ ...text, boxes: inSight(text) })).filter(({ boxes }) => boxes.length);
  for (let i = 0; i < seen.length; i++) {
    for (let j = i + 1; j < seen.length; j++) {
      if (seen[i].boxes.some((a) => seen[j].boxes.some((b) => lie(a, b))))
        found.push(`over: ${seen[i].says} (${name(seen[i].owner)}) and ${seen[j].says} (${name(seen[j].owner)})`);
    }
  }
  return found;
};
