// Every text in sight with a contrast below 4.5 to 1 (WCAG 2.2, AA): also the letters of drawings, which axe leaves out.
() => {
  const ENOUGH = 4.5;
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  const read = (written) => {
    const share = Number(written.match(/(?:rgba\(.*,|\/)\s*([\d.]+)\)/)?.[1] ?? (written === "transparent" ? 0 : 1));
    if (written.startsWith("rgb"))
      return [
        ...written
          .match(/[\d.]+/g)
          .slice(0, 3)
          .map(Number),
        share,
      ];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = written;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3), share];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [red, green, blue] = colour
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const around = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const outwards = (node) => (node ? [node, ...outwards(around(node))] : []);
  const ground = (node) => {
    const behind = outwards(node).map((one) => read(getComputedStyle(one).backgroundColor));
    const page = behind.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]);
    const box = node.closest(".annotation-text-g")?.querySelector("rect.bg");
    if (!box) return page;
    const { fill, fillOpacity } = getComputedStyle(box);
    const [red, green, blue, share] = read(fill);
    return over([red, green, blue, share * Number(fillOpacity)], page);
  };
  const found = [];
  const look = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) look(node.shadowRoot);
      const words = [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.textContent.trim());
      if (!words || node.disabled || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue;
      const style = getComputedStyle(node);
      const drawn = node instanceof SVGElement;
      const [red, green, blue, share] = read(drawn ? style.fill : style.color);
      const seen = outwards(node).reduce((part, one) => part * Number(getComputedStyle(one).opacity), share);
      const below = ground(node);
      const [dark, bright] = [light(over([red, green, blue, seen], below)), light(below)].sort((a, b) => a - b);
      const contrast = (bright + 0.05) / (dark + 0.05);
      if (contrast < ENOUGH) found.push(`${contrast.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`);
    }
  };
  look(document.body);
  return found;
};
