// Words for outlines: where each letter stands and how it looks, in flat <text>; what the typeface lacks as a picture.
const lettering = (unit, covered, { tag, paint, safe }) => {
  const pen = document.createElement("canvas").getContext("2d");
  const known = new Set(covered), letters = new Intl.Segmenter("en", { granularity: "grapheme" });
  const FINE = 4, BLANK = /^[\s\u200b\u2060\ufeff]*$/;
  const short = (value) => Math.round(value * 100) / 100;
  const split = (text) => [...letters.segment(text)].map(({ segment, index }) => ({ sign: segment.normalize("NFC"), index, past: index + segment.length }));
  const spoken = (text) => text.replace(/[\s\u200b\ufeff]+/g, " ").trim();
  const cased = (words, look) => (look.textTransform === "uppercase" ? words.toUpperCase() : words);

  /** What a program needs to know of a style sheet's letters; null where they aren't seen. */
  function look(style, fill, times = 1) {
    const ink = paint(fill);
    const wide = style.stroke !== "none" ? paint(style.stroke) && { ...paint(style.stroke), wide: parseFloat(style.strokeWidth) } : null;
    return ink && {
      ink, size: parseFloat(style.fontSize) * times, weight: style.fontWeight, style: style.fontStyle, family: style.fontFamily,
      spaced: parseFloat(style.letterSpacing) ? 1 : undefined, halo: shaded(style.textShadow) ?? wide ?? undefined,
    };
  }

  /** A shadow all around letters, as the line around them that covers as much. */
  function shaded(shadow) {
    const found = [...shadow.matchAll(/((?:rgba?|color)\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px/g)];
    if (!found.length) return null;
    const reach = Math.max(...found.map(([, , x, y, blur]) => Math.max(Math.abs(x), Math.abs(y)) + 0.75 * blur));
    return { ...paint(found[0][1]), wide: 2 * reach };
  }

  /** Letters of one look on one line. */
  function run(placed, y, how, transform) {
    const out = [];
    for (const one of placed) {
      const isKnown = [...one.sign].every((sign) => known.has(sign)), last = out.at(-1);
      if (last && last.isKnown === isKnown) last.all.push(one);
      else out.push({ isKnown, all: [one] });
    }
    return out.map(({ isKnown, all }) => (isKnown ? flat(all, y, how, transform) : pictured(all, y, how, transform))).join("");
  }

  /** Whether a letter stands apart from the one before it. */
  const isApart = (all, at, how) => at > 0 && all[at].x - all[at - 1].end > how.size / 12;

  function flat(all, y, how, transform) {
    const signs = all.flatMap(({ sign, x }, at) => [
      ...(isApart(all, at, how) ? [[" ", ""]] : []), ...[...sign].map((letter, rest) => [letter, rest ? "" : short(x)]),
    ]);
    return tag("text", {
      transform, y, x: signs.map(([, x]) => x).join(","), "font-size": how.size, "font-weight": how.weight,
      "font-style": how.style === "normal" ? undefined : how.style, "letter-spacing": how.spaced, fill: how.ink.colour, "fill-opacity": how.ink.alpha,
      stroke: how.halo?.colour, "stroke-opacity": how.halo?.alpha, "stroke-width": how.halo?.wide,
    }, safe(signs.map(([letter]) => letter).join("")));
  }

  /** Letters of other scripts, in whichever typeface this machine has for them. */
  function pictured(all, y, how, transform) {
    const words = all.map(({ sign }, at) => (isApart(all, at, how) ? ` ${sign}` : sign)).join("");
    const canvas = document.createElement("canvas"), brush = canvas.getContext("2d"), edge = how.size;
    const font = `${how.style} ${how.weight} ${how.size * FINE}px ${how.family}`;
    pen.font = font;
    const wide = pen.measureText(words).width / FINE + 2 * edge, high = 3 * edge;
    Object.assign(canvas, { width: Math.ceil(wide * FINE), height: Math.ceil(high * FINE) });
    Object.assign(brush, { font, fillStyle: how.ink.colour, lineJoin: "round", globalAlpha: how.ink.alpha ?? 1 });
    if (how.halo) {
      Object.assign(brush, { strokeStyle: how.halo.colour, lineWidth: how.halo.wide * FINE });
      brush.strokeText(words, edge * FINE, 2 * edge * FINE);
    }
    brush.fillText(words, edge * FINE, 2 * edge * FINE);
    return tag("image", { transform, x: all[0].x - edge, y: y - 2 * edge, width: canvas.width / FINE, height: canvas.height / FINE, "xlink:href": canvas.toDataURL() });
  }

  const group = (words, inside, more = {}) => (inside ? tag("g", { role: "img", "aria-label": spoken(words), ...more }, inside) : "");

  /** The lines that a piece of a page's text falls into, letter by letter; upright ones from below. */
  function lines(node, isUpright) {
    const found = [], range = document.createRange();
    for (const { sign, index, past } of split(node.data)) {
      if (BLANK.test(sign)) continue;
      range.setStart(node, index);
      range.setEnd(node, past);
      const box = [...range.getClientRects()].find((one) => one.width && one.height);
      if (!box) continue;
      const [x, end, level] = isUpright ? [-box.bottom, -box.top, box.left] : [box.left, box.right, box.top];
      const last = found.at(-1);
      if (last && Math.abs(last.level - level) < 2 && x >= last.end - 2) {
        last.all.push({ sign, x, end });
        last.end = end;
      } else found.push({ box, level, end, all: [{ sign, x, end }] });
    }
    return found;
  }

  /** How much of a line's height lies above its baseline: whole pixels of the page, as the browser lays it out. */
  function rise(style, zoom) {
    pen.font = `${style.fontWeight} ${parseFloat(style.fontSize) * zoom}px ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText("x");
    return Math.round(up) / (Math.round(up) + Math.round(down));
  }

  /** Letters on a line of a page. */
  function lined({ box, all }, style, times, isUpright) {
    const how = look(style, style.color, times), share = rise(style, times / unit);
    if (!how) return "";
    const told = all.map((one) => ({ ...one, sign: cased(one.sign, style) }));
    if (!isUpright) return run(told, box.top + box.height * share, how);
    const from = `translate(${short(box.left + box.width * share)} ${short(-all[0].x)}) rotate(-90)`;
    return run(told.map((one) => ({ ...one, x: one.x - all[0].x, end: one.end - all[0].x })), 0, how, from);
  }

  const ofNode = (node, style, times, isUpright) => group(cased(node.data, style), lines(node, isUpright).map((line) => lined(line, style, times, isUpright)).join(""));

  /** Words that a style sheet adds: they have no letters to ask for their place. */
  function ofBox(words, edge, style, times, isBefore) {
    pen.font = `${style.fontWeight} ${parseFloat(style.fontSize) * times}px ${style.fontFamily}`;
    const room = style.display === "inline-block" ? parseFloat(style.width) * times : pen.measureText(words).width;
    const left = isBefore ? edge.left - room : edge.right;
    const wide = (text) => left + pen.measureText(text).width;
    const all = split(words).filter(({ sign }) => !BLANK.test(sign))
      .map(({ sign, index, past }) => ({ sign, x: wide(words.slice(0, index)), end: wide(words.slice(0, past)) }));
    return group(words, all.length ? lined({ box: edge, all }, style, times, false) : "");
  }

  /** A text of a drawing that the page shows, as a group of its words; null where it isn't seen. */
  function ofText(text) {
    const style = getComputedStyle(text), walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    if (style.visibility !== "visible" || !text.getNumberOfChars()) return null;
    const pieces = [], told = [];
    let at = 0, before = " ";
    while (walker.nextNode()) {
      const own = getComputedStyle(walker.currentNode.parentElement), how = look(own, own.fill);
      let words = walker.currentNode.data.replace(/[\n\r\t]/g, " ");
      if (!/pre|break-spaces/.test(own.whiteSpace)) words = words.replace(/ +/g, " ").replace(before.endsWith(" ") ? /^ / : /^$/, "");
      const levels = [];
      for (const { sign, index, past } of split(words)) {
        if (BLANK.test(sign) || at + past > text.getNumberOfChars()) continue;
        const { x, y } = text.getStartPositionOfChar(at + index), end = text.getEndPositionOfChar(at + past - 1).x;
        if (levels.at(-1)?.y !== y) levels.push({ y, all: [] });
        levels.at(-1).all.push({ sign: cased(sign, own), x, end });
      }
      at += words.length;
      before = words || before;
      told.push(words);
      if (how && own.visibility === "visible") pieces.push(...levels.map(({ y, all }) => run(all, y, how)));
    }
    const made = document.createElementNS("http://www.w3.org/2000/svg", "g");
    made.innerHTML = group(told.join(" "), pieces.join(""), {
      transform: text.getAttribute("transform") ?? undefined, opacity: style.opacity === "1" ? undefined : style.opacity,
    });
    return made.firstElementChild;
  }

  return { ofNode, ofBox, ofText };
};
