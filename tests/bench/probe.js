// Runs before the page: tells when the map shows other colours. Nothing polls.
// SVG maps: an observer on the document, every shadow root and every frame reads the regions' fills after a change.
// Canvas maps: after the drawing calls of one frame, while its buffer is still there, the pixels are read.
// Either way "painted" is the moment after the frame in which the colours last changed.

(() => {
  if (window.top !== window) return; // Chromium runs this in a frame's first, empty document only
  const { selector, regions } = window.__bench_settings;
  const now = () => performance.timeOrigin + performance.now();
  const roots = new Set();
  let seen = "";

  window.__bench = ledger();
  const { painted, began } = window.__bench;

  function ledger() {
    let start = null;
    let last = null;
    let timer = null;
    let tell = () => {};
    let patience = null;
    let quiet = 0;
    const close = () => {
      clearTimeout(timer);
      clearTimeout(patience);
      tell({ start, last });
    };
    return {
      arm() {
        start = last = null;
      },
      began(at) {
        start ??= at;
      },
      painted(at) {
        last = at;
        clearTimeout(timer);
        timer = setTimeout(close, quiet);
      },
      // Resolves when nothing has changed for a while after at least one change, or when patience ends.
      settled(quietMs, patienceMs) {
        quiet = quietMs;
        return new Promise((resolve) => {
          tell = resolve;
          patience = setTimeout(close, patienceMs);
          if (last !== null) {
            clearTimeout(timer);
            timer = setTimeout(close, quiet);
          }
        });
      },
    };
  }

  // The task after a frame's work runs once that frame has been handed on to the screen.
  function afterThisFrame(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(now());
    port2.postMessage(null);
  }

  function look() {
    const fills = [];
    for (const root of roots) {
      for (const path of root.querySelectorAll(selector)) fills.push(path.getAttribute("fill") || path.style.fill);
    }
    if (fills.length < regions || fills.includes("")) return;
    const shown = fills.join();
    if (shown === seen) return;
    seen = shown;
    requestAnimationFrame(() => afterThisFrame(painted));
  }

  function watch(root) {
    roots.add(root);
    const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ["fill", "style"] };
    new MutationObserver(look).observe(root, changes);
  }

  // A band through the middle of the map, a tenth of its height: reading all of it would slow the frame down.
  function pixelsOf(gl) {
    const [width, height] = [gl.drawingBufferWidth, Math.ceil(gl.drawingBufferHeight / 10)];
    const pixels = new Uint32Array(width * height);
    const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(0, height * 4.5, width, height, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(pixels.buffer));
    gl.bindFramebuffer(gl.FRAMEBUFFER, bound);
    let sum = 0;
    for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
    return pixels.every((pixel) => pixel === pixels[0]) ? null : String(sum);
  }

  function readAfterDrawing(prototype) {
    const due = new WeakSet();
    for (const name of ["drawElements", "drawArrays"]) {
      const draw = prototype[name];
      prototype[name] = function (...rest) {
        draw.apply(this, rest);
        if (due.has(this)) return;
        due.add(this);
        queueMicrotask(() => {
          due.delete(this);
          const shown = pixelsOf(this);
          if (shown === null || shown === seen) return;
          seen = shown;
          afterThisFrame(painted);
        });
      };
    }
  }

  for (const kind of ["keydown", "input"]) {
    addEventListener(kind, (event) => began(performance.timeOrigin + event.timeStamp), { capture: true });
  }
  if (selector === "canvas") {
    readAfterDrawing(WebGLRenderingContext.prototype);
    readAfterDrawing(WebGL2RenderingContext.prototype);
  } else {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      watch(root);
      return root;
    };
    watch(document);
    const frame = ({ target }) => {
      if (target.contentDocument) watch(target.contentDocument);
    };
    document.addEventListener("load", frame, { capture: true });
  }
})();
