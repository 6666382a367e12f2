// The canvas that a page shows as one SVG: its words as text, its boxes and drawings as they stand, nothing outside it.
(async () => {
  "use strict";
  const NAMESPACE = "http://www.w3.org/2000/svg", HIDDEN = ".g-unseen, script, style, textarea, template";
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const main = document.querySelector("main"), unit = main.getBoundingClientRect().width / main.offsetWidth;
  const pen = document.createElement("canvas").getContext("2d");
  const out = [], patterns = [];
  const chart = document.querySelector("#chart.js-plotly-plot");
  const short = (value) => Math.round(value * 100) / 100;
  const safe = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const tag = (name, parts, inside) => {
    const told = Object.entries(parts).filter(([, value]) => value !== undefined && value !== "");
    const head = `<${name}${told.map(([key, value]) => ` ${key}="${safe(typeof value === "number" ? short(value) : value)}"`).join("")}`;
    return inside === undefined ? `${head}/>` : `${head}>${inside}</${name}>`;
  };

  /** A colour as every program reads it, and how opaque it is; null where nothing is painted. */
  function paint(colour) {
    const found = colour.match(/[\d.]+(?:e-\d+)?/g);
    if (!found || colour === "transparent") return null;
    const parts = found.map(Number), solid = parts.slice(0, 3).map((one) => Math.round(/^color/.test(colour) ? one * 255 : one));
    const alpha = parts[3] ?? 1;
    return alpha ? { colour: `rgb(${solid.join(",")})`, alpha: alpha < 1 ? alpha : undefined } : null;
  }

  function filled(place, look) {
    const radius = Math.min(parseFloat(look.borderTopLeftRadius) * unit || 0, place.width / 2, place.height / 2);
    const shape = { x: place.x, y: place.y, width: place.width, height: place.height, rx: radius || undefined };
    const ground = paint(look.backgroundColor);
    if (ground) out.push(tag("rect", { ...shape, fill: ground.colour, "fill-opacity": ground.alpha }));
    if (look.backgroundImage.includes("gradient(")) {
      for (const one of layers(look.backgroundImage).reverse()) patterned(one, look, shape);
    }
  }

  const layers = (text) => text.split(/,\s*(?=(?:repeating-)?(?:linear|radial)-gradient)/);

  /** A layer of shades, hatching or dots: what one needs to know a status or a tone without its colour. */
  function patterned(text, look, shape) {
    const stops = [...text.matchAll(/((?:rgba?|color)\([^)]*\)|transparent)\s*([\d.]+)?(px|%)?/g)]
      .map(([, colour, at, measure]) => ({ ...paint(colour), at: Number(at ?? 0), measure }));
    if (!stops.length) return;
    const id = `p${patterns.length}`, turn = Number((text.match(/(-?[\d.]+)deg/) || [0, 180])[1]);
    if (/^linear/.test(text)) {
      const last = Math.max(...stops.map((one) => one.at)) || 100;
      const told = stops.map((one, i) => tag("stop", {
        offset: `${one.measure ? one.at : (i / Math.max(1, stops.length - 1)) * last}%`, "stop-color": one.colour ?? "#fff", "stop-opacity": one.colour ? one.alpha : 0,
      }));
      patterns.push(tag("linearGradient", { id, x2: turn === 90 ? 1 : 0, y2: turn === 90 ? 0 : 1 }, told.join("")));
    } else if (/^radial/.test(text)) {
      const step = (parseFloat(look.backgroundSize) || 5) * unit;
      patterns.push(tag("pattern", { id, width: step, height: step, patternUnits: "userSpaceOnUse", x: shape.x, y: shape.y },
        tag("circle", { cx: step / 2, cy: step / 2, r: 0.75 * unit, fill: stops[0].colour })));
    } else {
      const period = Math.max(...stops.map((one) => one.at)) * unit || 4;
      const bands = stops.slice(1).map((one, i) => ({ ...one, from: stops[i].at * unit, to: one.at * unit, same: one.colour === stops[i].colour }));
      const told = bands.filter((one) => one.colour && one.same && one.to > one.from)
        .map((one) => tag("rect", { x: one.from, width: one.to - one.from, height: period, fill: one.colour, "fill-opacity": one.alpha }));
      patterns.push(tag("pattern", { id, width: period, height: period, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn - 90})` }, told.join("")));
    }
    out.push(tag("rect", { ...shape, fill: `url(#${id})` }));
  }

  /** The frame of a box: all around, or its sides one by one. */
  function bordered(place, look) {
    const sides = SIDES.map((side) => ({
      wide: parseFloat(look[`border${side}Width`]) * unit, kind: look[`border${side}Style`], ink: paint(look[`border${side}Color`]),
    }));
    const drawn = sides.map((one) => one.wide > 0 && one.ink && !["none", "hidden"].includes(one.kind));
    const stroke = (one) => ({
      fill: "none", stroke: one.ink.colour, "stroke-opacity": one.ink.alpha, "stroke-width": one.kind === "double" ? one.wide / 2.5 : one.wide,
      "stroke-dasharray": one.kind === "dashed" ? `${short(2 * one.wide)} ${short(one.wide)}` : one.kind === "dotted" ? `${short(one.wide)}` : undefined,
    });
    const isEven = drawn.every(Boolean) && sides.every((one) => one.wide === sides[0].wide && one.ink.colour === sides[0].ink.colour && one.kind === sides[0].kind);
    const half = sides[0].wide / 2;
    if (isEven) {
      const radius = Math.max(0, Math.min(parseFloat(look.borderTopLeftRadius) * unit || 0, place.height / 2) - half);
      out.push(tag("rect", { x: place.x + half, y: place.y + half, width: Math.max(0, place.width - 2 * half), height: Math.max(0, place.height - 2 * half), rx: radius || undefined, ...stroke(sides[0]) }));
      return;
    }
    sides.forEach((one, at) => {
      if (!drawn[at]) return;
      const inset = one.wide / 2, [left, top, right, bottom] = [place.left, place.top, place.right, place.bottom];
      const ends = [[left, top + inset, right, top + inset], [right - inset, top, right - inset, bottom], [left, bottom - inset, right, bottom - inset], [left + inset, top, left + inset, bottom]][at];
      const lines = one.kind === "double" ? [-one.wide / 3, one.wide / 3] : [0];
      for (const off of lines) {
        const [x, y] = at % 2 ? [off, 0] : [0, off];
        out.push(tag("line", { x1: ends[0] + x, y1: ends[1] + y, x2: ends[2] + x, y2: ends[3] + y, ...stroke(one) }));
      }
    });
  }

  /** The lines that a piece of text falls into: words beside each other, with the place of each line. */
  function lines(node) {
    const found = [], range = document.createRange();
    for (const part of node.data.matchAll(/\S+/g)) {
      range.setStart(node, part.index);
      range.setEnd(node, part.index + part[0].length);
      const boxes = [...range.getClientRects()].filter((box) => box.width && box.height);
      const pieces = boxes.length > 1 ? broken(node, part, range) : boxes.map((box) => [part[0], box]);
      for (const [words, box] of pieces) {
        const last = found.at(-1);
        if (last && Math.abs(last.box.top - box.top) < 2 && box.left >= last.right - 2) {
          last.words += `${box.left - last.right > 0.5 ? " " : ""}${words}`;
          last.right = box.right;
        } else found.push({ words, box, right: box.right });
      }
    }
    return found;
  }

  /** A word that its line breaks, letter by letter. */
  function broken(node, part, range) {
    return [...part[0]].map((letter, at) => {
      range.setStart(node, part.index + at);
      range.setEnd(node, part.index + at + letter.length);
      return [letter, range.getBoundingClientRect()];
    });
  }

  function written(words, box, look, isUpright) {
    const ink = paint(look.color), size = parseFloat(look.fontSize) * unit;
    if (!ink) return;
    pen.font = `${look.fontWeight} 100px ${look.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText("x"), share = up / (up + down);
    const [x, y] = isUpright ? [box.left + box.width * share, box.bottom] : [box.left, box.top + box.height * share];
    const told = look.textTransform === "uppercase" ? words.toUpperCase() : words;
    out.push(tag("text", {
      ...(isUpright ? { transform: `translate(${short(x)} ${short(y)}) rotate(-90)` } : { x, y }),
      "font-family": "'Source Sans 3', 'Source Sans Pro', sans-serif", "font-size": size,
      "font-weight": look.fontWeight === "400" ? undefined : look.fontWeight, "font-style": look.fontStyle === "normal" ? undefined : look.fontStyle,
      fill: ink.colour, "fill-opacity": ink.alpha, "xml:space": "preserve",
    }, safe(told)));
  }

  /** What a style sheet writes before or after a box, where it is no more than a few signs. */
  function added(node, which) {
    const look = getComputedStyle(node, which), words = (look.content.match(/^"(.*)"$/) || [])[1];
    if (!words || !words.trim() || look.display === "none" || words.includes("\\")) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width);
    const edge = which === "::before" ? boxes[0] : boxes.at(-1);
    if (!edge) return;
    pen.font = `${look.fontWeight} ${parseFloat(look.fontSize) * unit}px ${look.fontFamily}`;
    const wide = pen.measureText(words).width, left = which === "::before" ? edge.left - wide : edge.right;
    written(words, new DOMRect(left, edge.top, wide, edge.height), look, false);
  }

  const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity", "font-size", "font-weight", "font-family", "text-anchor"];

  /** A drawing within the page, with the look that the page's style sheet gives it. */
  function drawn(node) {
    const place = node.getBoundingClientRect(), copy = node.cloneNode(true);
    const pairs = [[node, copy], ...[...node.querySelectorAll("*")].map((one, at) => [one, copy.querySelectorAll("*")[at]])];
    for (const [one, its] of pairs) {
      const look = getComputedStyle(one);
      for (const name of KEPT) if (look.getPropertyValue(name)) its.setAttribute(name, look.getPropertyValue(name));
      its.removeAttribute("class");
    }
    for (const [name, value] of Object.entries({ x: place.x, y: place.y, width: place.width, height: place.height })) copy.setAttribute(name, short(value));
    if (!copy.getAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${short(place.width / unit)} ${short(place.height / unit)}`);
    out.push(new XMLSerializer().serializeToString(copy));
  }

  async function charted() {
    const { width, height } = chart._fullLayout, place = chart.getBoundingClientRect();
    const made = await Plotly.toImage(chart, { format: "svg", width, height, imageDataOnly: true });
    const size = { x: place.x, y: place.y, width: width * unit, height: height * unit, viewBox: `0 0 ${width} ${height}` };
    const head = Object.entries(size).map(([name, value]) => ` ${name}="${typeof value === "number" ? short(value) : value}"`).join("");
    out.push(made.replace(/^<svg[^>]*>/, (old) => `${old.replace(/\s(?:x|y|width|height|viewBox|style)="[^"]*"/g, "").slice(0, -1)}${head}>`));
  }

  async function walk(node) {
    if (node === chart) return charted();
    if (node.matches(HIDDEN)) return;
    const look = getComputedStyle(node);
    if (look.display === "none" || Number(look.opacity) === 0) return;
    if (node.tagName === "svg") return void drawn(node);
    const isSeen = look.visibility === "visible";
    if (isSeen && look.display !== "contents") {
      for (const place of look.display === "inline" ? node.getClientRects() : [node.getBoundingClientRect()]) {
        if (!place.width || !place.height) continue;
        filled(place, look);
        bordered(place, look);
      }
    }
    if (isSeen) added(node, "::before");
    const isUpright = look.writingMode.startsWith("vertical");
    for (const one of node.childNodes) {
      if (one.nodeType === 1) await walk(one);
      else if (one.nodeType === 3 && isSeen) for (const line of lines(one)) written(line.words, line.box, look, isUpright);
    }
    if (isSeen) added(node, "::after");
  }

  const paper = paint(getComputedStyle(document.body).backgroundColor) ?? paint(getComputedStyle(document.documentElement).backgroundColor);
  await walk(main);
  const size = { xmlns: NAMESPACE, "xmlns:xlink": "http://www.w3.org/1999/xlink", width: innerWidth, height: innerHeight, viewBox: `0 0 ${innerWidth} ${innerHeight}` };
  const ground = tag("rect", { width: innerWidth, height: innerHeight, fill: paper ? paper.colour : "#fff" });
  return tag("svg", size, `<defs>${patterns.join("")}</defs>${ground}${out.join("")}`);
})()
