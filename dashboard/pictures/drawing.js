// The canvas that a page shows as one SVG: its words letter by letter, its boxes and drawings as they stand, nothing outside it.
(async (covered) => {
  "use strict";
  const NAMESPACE = "http://www.w3.org/2000/svg", HIDDEN = ".g-unseen, script, style, textarea, template";
  const SIDES = ["Top", "Right", "Bottom", "Left"], EDGES = ["left", "top", "right", "bottom"];
  const main = document.querySelector("main"), unit = new DOMMatrix(getComputedStyle(main).transform).a;
  const out = [], patterns = [];
  const chart = document.querySelector("#chart.js-plotly-plot");
  const short = (value) => Math.round(value * 100) / 100;
  const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const safe = (text) => String(text).replace(UNWRITABLE, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
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

  const letters = lettering(unit, covered, { tag, paint, safe });

  /** How much larger than its style sheet says a part of the page is seen. */
  const timesOf = (node) => unit * (node.currentCSSZoom ?? 1);

  /** A box as a browser paints it: from pixel to pixel of the page. */
  function onPixels(place) {
    const [left, top, right, bottom] = EDGES.map((side) => Math.round(place[side] / unit) * unit);
    return new DOMRect(left, top, right - left, bottom - top);
  }

  function filled(place, look, times) {
    const radius = Math.min(parseFloat(look.borderTopLeftRadius) * times || 0, place.width / 2, place.height / 2);
    const shape = { x: place.x, y: place.y, width: place.width, height: place.height, rx: radius || undefined };
    const ground = paint(look.backgroundColor);
    if (ground) out.push(tag("rect", { ...shape, fill: ground.colour, "fill-opacity": ground.alpha }));
    if (look.backgroundImage.includes("gradient(")) {
      for (const one of layers(look.backgroundImage).reverse()) patterned(one, look, shape, times);
    }
  }

  const layers = (text) => text.split(/,\s*(?=(?:repeating-)?(?:linear|radial)-gradient)/);

  /** A layer of shades, hatching or dots: what one needs to know a status or a tone without its colour. */
  function patterned(text, look, shape, times) {
    const stops = [...text.matchAll(/((?:rgba?|color)\([^)]*\)|transparent)\s*([\d.]+)?(px|%)?/g)]
      .map(([, colour, at, measure]) => ({ ...paint(colour), at: Number(at ?? 0), measure }));
    if (!stops.length) return;
    const turn = Number((text.match(/(-?[\d.]+)deg/) || [0, 180])[1]);
    if (/^linear/.test(text)) faded(stops, turn, shape);
    else if (/^radial/.test(text)) dotted(stops[0].colour, look, shape, times);
    else banded(stops, turn, shape, times);
  }

  function faded(stops, turn, shape) {
    const id = `p${patterns.length}`, last = Math.max(...stops.map((one) => one.at)) || 100;
    const whole = stops[0].at ? [{ ...stops[0], at: 0 }, ...stops, { ...stops.at(-1), at: 100 }] : stops;
    const told = whole.map((one, i) => tag("stop", {
      offset: `${one.measure ? one.at : (i / Math.max(1, whole.length - 1)) * last}%`, "stop-color": one.colour ?? "#fff", "stop-opacity": one.colour ? one.alpha : 0,
    }));
    patterns.push(tag("linearGradient", { id, x2: turn === 90 ? 1 : 0, y2: turn === 90 ? 0 : 1 }, told.join("")));
    out.push(tag("rect", { ...shape, fill: `url(#${id})` }));
  }

  /** Dots and bands are shapes of their own: some programs draw patterns straight, weakly, or not at all. */
  function dotted(colour, look, { x, y, width, height }, times) {
    const step = (parseFloat(look.backgroundSize) || 5) * times, r = 0.75 * times, dots = [];
    const from = (side) => parseFloat(look[`border${side}Width`]) * times + step / 2;
    for (let cx = x + from("Left"); cx + r <= x + width; cx += step) for (let cy = y + from("Top"); cy + r <= y + height; cy += step) {
      dots.push(`M${short(cx - r)} ${short(cy)}a${short(r)} ${short(r)} 0 1 0 ${short(2 * r)} 0a${short(r)} ${short(r)} 0 1 0 ${short(-2 * r)} 0z`);
    }
    if (dots.length) out.push(tag("path", { d: dots.join(""), fill: colour }));
  }

  function banded(stops, turn, shape, times) {
    const { x, y, width, height } = shape, angle = (turn * Math.PI) / 180, way = [Math.sin(angle), -Math.cos(angle)];
    const long = Math.abs(width * way[0]) + Math.abs(height * way[1]), period = Math.max(...stops.map((one) => one.at)) * times || 4;
    const along = (point) => (point[0] - x - width / 2) * way[0] + (point[1] - y - height / 2) * way[1] + long / 2;
    const cut = (points, level, side) => points.flatMap((here, at) => {
      const before = points.at(at - 1), [from, to] = [before, here].map((point) => side * (along(point) - level));
      const met = from < 0 === to < 0 ? [] : [before.map((value, i) => value + ((here[i] - value) * from) / (from - to))];
      return to < 0 ? met : [...met, here];
    });
    const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
    const ground = stops.every((one) => one.colour && !one.alpha) ? stops[0].colour : null;
    if (ground) out.push(tag("rect", { ...shape, fill: ground }));
    stops.slice(1).forEach((one, at) => {
      const { at: from, colour } = stops[at], bands = [];
      if (!colour || colour !== one.colour || colour === ground || one.at <= from) return;
      for (let start = 0; start < long; start += period) {
        const points = cut(cut(corners, start + from * times, 1), start + one.at * times, -1);
        if (points.length > 2) bands.push(`M${points.map((point) => point.map(short).join(" ")).join("L")}z`);
      }
      if (bands.length) out.push(tag("path", { d: bands.join(""), fill: colour, "fill-opacity": one.alpha }));
    });
  }

  /** The frame of a box: all around, or its sides one by one. */
  function bordered(place, look, times) {
    const sides = SIDES.map((side) => ({
      wide: parseFloat(look[`border${side}Width`]) * times, kind: look[`border${side}Style`], ink: paint(look[`border${side}Color`]),
    }));
    const drawn = sides.map((one) => one.wide > 0 && one.ink && !["none", "hidden"].includes(one.kind));
    const stroke = (one) => ({
      fill: "none", stroke: one.ink.colour, "stroke-opacity": one.ink.alpha, "stroke-width": one.kind === "double" ? one.wide / 2.5 : one.wide,
      "stroke-dasharray": one.kind === "dashed" ? `${short(2 * one.wide)} ${short(one.wide)}` : one.kind === "dotted" ? `${short(one.wide)}` : undefined,
    });
    const isEven = drawn.every(Boolean) && sides.every((one) => one.wide === sides[0].wide && one.ink.colour === sides[0].ink.colour && one.kind === sides[0].kind);
    const half = sides[0].wide / 2;
    if (isEven) {
      const radius = Math.max(0, Math.min(parseFloat(look.borderTopLeftRadius) * times || 0, place.height / 2) - half);
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

  /** What a style sheet writes before or after a box, where it is no more than a few signs. */
  function added(node, which, times) {
    const look = getComputedStyle(node, which), words = (look.content.match(/^"(.*)"$/) || [])[1];
    if (!words || !words.trim() || look.display === "none" || words.includes("\\")) return;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width);
    const edge = which === "::before" ? boxes[0] : boxes.at(-1);
    if (!edge) return;
    out.push(letters.ofBox(words, edge, look, times, which === "::before"));
  }

  const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "opacity"];

  /** A drawing within the page, with the look that the page's style sheet gives it. */
  function drawn(node) {
    const place = node.getBoundingClientRect(), copy = node.cloneNode(true);
    const pairs = [[node, copy], ...[...node.querySelectorAll("*")].map((one, at) => [one, copy.querySelectorAll("*")[at]])];
    for (const [one, its] of pairs) {
      const look = getComputedStyle(one);
      if (one.tagName === "text") swapped(its, letters.ofText(one));
      for (const name of KEPT) if (look.getPropertyValue(name)) its.setAttribute(name, look.getPropertyValue(name));
      its.removeAttribute("class");
    }
    for (const [name, value] of Object.entries({ x: place.x, y: place.y, width: place.width, height: place.height })) copy.setAttribute(name, short(value));
    if (!copy.getAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${short(place.width / timesOf(node))} ${short(place.height / timesOf(node))}`);
    out.push(new XMLSerializer().serializeToString(copy));
  }

  /** What is hatched gets its ground as a fill of its own: some programs draw patterns weakly, or not at all. */
  function grounded(svg) {
    for (const one of svg.querySelectorAll("[style*='url(']")) {
      const id = (one.style.fill.match(/#([^"')]+)/) || [])[1], ground = id && svg.getElementById(id)?.querySelector(":scope > rect");
      if (!ground) continue;
      const copy = one.cloneNode(true);
      Object.assign(copy.style, { fill: ground.getAttribute("fill"), fillOpacity: ground.getAttribute("fill-opacity") ?? "", stroke: "none" });
      one.before(copy);
    }
    for (const ground of svg.querySelectorAll("pattern > rect:first-child:not(:last-child)")) ground.remove();
  }

  const swapped = (text, made) => (made ? text.replaceWith(made) : text.remove());

  async function charted() {
    const { width, height } = chart._fullLayout, place = chart.querySelector(".main-svg").getBoundingClientRect(), { x, y } = onPixels(place);
    const made = await Plotly.toImage(chart, { format: "svg", width, height, imageDataOnly: true });
    const size = { x, y, width: place.width, height: place.height, viewBox: `0 0 ${width} ${height}` };
    const apart = document.body.appendChild(document.createElement("div"));
    apart.style = "all: initial; position: absolute; left: 0; top: 0; opacity: 0";
    apart.attachShadow({ mode: "open" }).innerHTML = made;
    const svg = apart.shadowRoot.querySelector("svg");
    for (const text of svg.querySelectorAll("text")) swapped(text, letters.ofText(text));
    // bars stand from pixel to pixel in the page, not in what Plotly writes
    const [bars, seen] = [svg, chart].map((one) => [...one.querySelectorAll(".barlayer .point > path")]);
    if (bars.length === seen.length) bars.forEach((bar, at) => bar.setAttribute("d", seen[at].getAttribute("d")));
    grounded(svg);
    svg.removeAttribute("style");
    for (const [name, value] of Object.entries(size)) svg.setAttribute(name, typeof value === "number" ? short(value) : value);
    out.push(new XMLSerializer().serializeToString(svg));
    apart.remove();
  }

  let above = [];

  /** A context of stacking: what lies above the rest of it comes last. */
  async function stacked(node) {
    const outer = above;
    above = [];
    await walk(node, true);
    const last = above.sort((one, other) => getComputedStyle(one).zIndex - getComputedStyle(other).zIndex);
    above = outer;
    for (const one of last) await stacked(one);
  }

  async function walk(node, isContext = false) {
    if (node === chart) return charted();
    if (node.matches(HIDDEN)) return;
    const look = getComputedStyle(node);
    if (look.display === "none" || Number(look.opacity) === 0) return;
    if (!isContext && look.isolation === "isolate") return stacked(node);
    if (!isContext && Number(look.zIndex) > 0) return void above.push(node);
    if (node.tagName === "svg") return void drawn(node);
    const isSeen = look.visibility === "visible", times = timesOf(node);
    if (isSeen && look.display !== "contents") {
      for (const place of look.display === "inline" ? node.getClientRects() : [node.getBoundingClientRect()]) {
        if (!place.width || !place.height) continue;
        const whole = onPixels(place);
        filled(whole, look, times);
        bordered(whole, look, times);
      }
    }
    if (isSeen) added(node, "::before", times);
    const isUpright = look.writingMode.startsWith("vertical");
    for (const one of node.childNodes) {
      if (one.nodeType === 1) await walk(one);
      else if (one.nodeType === 3 && isSeen) out.push(letters.ofNode(one, look, times, isUpright));
    }
    if (isSeen) added(node, "::after", times);
  }

  const paper = paint(getComputedStyle(document.body).backgroundColor) ?? paint(getComputedStyle(document.documentElement).backgroundColor);
  await stacked(main);
  const size = { xmlns: NAMESPACE, "xmlns:xlink": "http://www.w3.org/1999/xlink", width: innerWidth, height: innerHeight, viewBox: `0 0 ${innerWidth} ${innerHeight}` };
  const ground = tag("rect", { width: innerWidth, height: innerHeight, fill: paper ? paper.colour : "#fff" });
  return tag("svg", size, `<defs>${patterns.join("")}</defs>${ground}${out.join("")}`);
})
