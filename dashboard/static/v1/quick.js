// Plotly makes a node of each bar, mark and word and styles it property by property. Here those of a trace are written as
// one piece of SVG, where Plotly would draw them and as it would; all else, and what they say, stays Plotly's.
const FEW = 8;
const SVG = "http://www.w3.org/2000/svg";
const MARKUP = /(<\/?(?:b|i|span)(?: [^<>]*)?>|<br *\/?>)/;
const TAGS = { b: "font-weight:bold;", i: "font-style:italic;", span: "" };
const STYLED = /style=(["'])([\w\s#:;.,%()-]*)\1/;
const LIFTED = { top: -1, middle: 0, bottom: 1 };
const ANCHORS = { left: "end", center: "middle", right: "start" };
const LINE = 1.3;
const HATCHES = ["", "/", "x", "."];
const hastened = new Set();

const round = (value) => Math.round(value * 100) / 100;
const attribute = (words) => String(words).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const isList = (value) => Array.isArray(value) || ArrayBuffer.isView(value);

// Plotly's little markup as spans of SVG, one string per line; a tag that is open at the end of a line goes on in the next.
function lines(words) {
  const found = [""], open = [];
  for (const part of String(words).split(MARKUP)) {
    const [, closes, tag] = part.match(/^<(\/?)(br|b|i|span)\b/) ?? [];
    if (tag === "br") {
      found[found.length - 1] += "</tspan>".repeat(open.length);
      found.push(open.join(""));
    } else if (tag && closes) found[found.length - 1] += open.pop() ? "</tspan>" : "";
    else if (tag) found[found.length - 1] += open[open.push(`<tspan style="${TAGS[tag]}${part.match(STYLED)?.[2].replace(/(^|;) *color:/g, "$1fill:") ?? ""}">`) - 1];
    else found[found.length - 1] += part.replaceAll("<", "&lt;");
  }
  found[found.length - 1] += "</tspan>".repeat(open.length);
  return found;
}

function word(said, one, { textfont: font, textposition }, x, y) {
  const [up, side] = (one.tp || textposition).split(" "), size = one.ts || font.size, told = lines(said), shadow = one.tS || font.shadow;
  const high = (told.length - 1) * LINE + 1, down = round(size * 0.75 + ((LIFTED[up] - 1) * high * size) / 2), place = `x="${round(x)}" y="${round(y)}"`;
  const style = `white-space:pre;font-size:${size}px;fill:${one.tc || font.color};font-weight:${one.tw || font.weight}${shadow && shadow !== "none" ? `;text-shadow:${shadow}` : ""}`;
  const body = told.length > 1 ? told.map((line, i) => `<tspan class="line" dy="${round(i * LINE)}em" ${place}>${line}</tspan>`).join("") : told[0];
  return `<g class="textpoint"><text text-anchor="${ANCHORS[side ?? up]}" transform="translate(0,${down})" ${place} style="${attribute(style)}">${body}</text></g>`;
}

function words(chart, info, calculated) {
  const { trace } = calculated[0], { xaxis, yaxis, layerClipId } = info, { family } = trace.textfont;
  const body = calculated.map((one) => {
    const [x, y] = [xaxis.c2p(one.x), yaxis.c2p(one.y)], isOut = layerClipId && !(xaxis.isPtWithinRange(one) && yaxis.isPtWithinRange(one));
    const said = one.tx ?? (isList(trace.text) ? "" : trace.text);
    return !said || isOut || !Number.isFinite(x + y) ? "" : word(said, one, trace, x, y);
  });
  return `<g class="text" style="font-family:${attribute(family)}">${body.join("")}</g>`;
}

const isWords = ({ trace }) => trace.visible === true && trace.mode === "text" && trace.fill === "none" && !trace.texttemplate && !trace.error_x?.visible
  && !trace.error_y?.visible && !isList(trace.textfont.family) && trace.textfont.color !== undefined;

// The symbols that figures use, around the place of a mark, as Plotly draws them at so many pixels from the middle.
const SYMBOLS = {
  circle: (r) => `M${r},0A${r},${r} 0 1,1 0,${-r}A${r},${r} 0 0,1 ${r},0Z`,
  square: (r) => `M${r},${r}H${-r}V${-r}H${r}Z`,
  diamond: (r) => `M${round(r * 1.3)},0L0,${round(r * 1.3)}L${round(-r * 1.3)},0L0,${round(-r * 1.3)}Z`,
  "triangle-down": (r) => `M${round((-r * 2) / Math.sqrt(3))},${round(-r / 2)}H${round((r * 2) / Math.sqrt(3))}L0,${r}Z`,
  "line-ns": (r) => `M0,${round(r * 1.4)}V${round(-r * 1.4)}`,
};

function marks(chart, info, calculated) {
  const { trace: { marker } } = calculated[0], { xaxis, yaxis, layerClipId } = info;
  const body = calculated.map((one) => {
    const [x, y] = [xaxis.c2p(one.x), yaxis.c2p(one.y)], isOut = layerClipId && !(xaxis.isPtWithinRange(one) && yaxis.isPtWithinRange(one));
    one.mrc = (one.ms ?? marker.size) / 2;  // how near the pointer must come
    if (isOut || !Number.isFinite(x + y)) return "";
    const line = one.mlw ?? marker.line.width, stroke = line ? `;stroke:${one.mlc ?? marker.line.color}` : "";
    const style = `opacity:${one.mo ?? marker.opacity};stroke-width:${line}px;fill:${one.mc ?? marker.color}${stroke}`;
    return `<path class="point" transform="translate(${round(x)},${round(y)})" d="${SYMBOLS[one.mx ?? marker.symbol](round(one.mrc))}" style="${style}"/>`;
  });
  return `<g class="points" style="stroke-miterlimit:2">${body.join("")}</g>`;
}

const every = (value, isRight) => (isList(value) ? value.every(isRight) : isRight(value));
const isMarks = ({ trace, trace: { marker } }) => trace.visible === true && trace.mode === "markers" && trace.fill === "none" && every(marker.symbol, (one) => one in SYMBOLS)
  && !marker.maxdisplayed && !marker.angle && !isList(marker.angle) && !marker.standoff && marker.gradient?.type === "none" && !marker.colorscale
  && !marker.line.colorscale && (marker.line.dash ?? "solid") === "solid" && !trace.error_x?.visible && !trace.error_y?.visible;

// Thin bars stay visible, and bars that touch each other meet on whole pixels, as Plotly has it.
function edges(from, to, line, isOpaque, isTouching) {
  const meet = (value) => (isTouching ? Math.round(value) - ((line / 2) % 1) : value);
  const seen = (value, other) => (Math.abs(value - other) >= 2 ? meet(value) : value > other ? Math.ceil(value) : Math.floor(value));
  const [fixed, first] = isOpaque && line <= 0.01 ? [seen, seen(from, to)] : [meet, meet(from)];
  return [round(first), round(fixed(to, first))];
}

function hatch(id, shape, { size, solidity, fgopacity, fgcolor, bgcolor }, colour, isOwn) {
  const wide = shape === "." ? size : size * Math.SQRT2, [half, quarter] = [wide / 2, wide / 4];
  const rise = `M-${quarter},${quarter}l${half},-${half}M0,${wide}L${wide},0M${quarter * 3},${quarter * 5}l${half},-${half}`;
  const fall = `M${quarter * 3},-${quarter}l${half},${half}M0,0L${wide},${wide}M-${quarter},${quarter * 3}l${half},${half}`;
  const ink = isOwn ? fgcolor : contrast(colour), broad = shape === "/" ? solidity * size : size - size * Math.sqrt(1 - solidity);
  const sign = shape === "." ? `<circle cx="${half}" cy="${half}" r="${Math.sqrt((solidity * size * size) / Math.PI)}" fill="${ink}" opacity="${fgopacity}"/>`
    : `<path d="${rise}${shape === "x" ? fall : ""}" opacity="${fgopacity}" stroke="${ink}" stroke-width="${broad}px"/>`;
  const ground = isOwn ? bgcolor : colour;
  return `<pattern id="${id}" width="${wide}px" height="${wide}px" patternUnits="userSpaceOnUse"><rect width="${wide}px" height="${wide}px" fill="${ground}"/>${sign}</pattern>`;
}

// What is read on a colour `#rrggbb`: Plotly's dark grey, or white.
function contrast(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "#fff" : "#444";
}

function bars(chart, info, calculated) {
  const { trace, trace: { marker, orientation } } = calculated[0], { bargap, bargroupgap, _uid } = chart._fullLayout, isLevel = orientation === "h";
  const [along, across] = isLevel ? [info.xaxis, info.yaxis] : [info.yaxis, info.xaxis], isTouching = bargap === 0 && bargroupgap === 0;
  const hatches = new Map(), pieces = [];
  calculated.forEach((bar, i) => {
    const line = bar.mlw > 0 ? bar.mlw : isList(marker.line.width) ? 0 : marker.line.width, colour = bar.mc ?? marker.color, isClear = colour === "rgba(0,0,0,0)";
    const [from, to, low, high] = [along.c2p(bar.s0, true), along.c2p(bar.s1, true), across.c2p(bar.p0, true), across.c2p(bar.p1, true)];
    if (!Number.isFinite(from + to + low + high) || (from === to && !line)) return;
    const [[x0, x1], [y0, y1]] = [edges(from, to, line, !isClear, isTouching), edges(low, high, line, !isClear, isTouching)];
    const path = isLevel ? `M${x0},${y0}V${y1}H${x1}V${y0}Z` : `M${y0},${x0}V${x1}H${y1}V${x0}Z`;
    const { shape } = marker.pattern ?? {}, sign = (isList(shape) ? shape[i] : shape) || "", isOwn = bar.mc === undefined, id = `q${_uid}-${trace.uid}-${HATCHES.indexOf(sign)}${isOwn ? "" : colour.slice(1)}`;
    if (sign) hatches.set(id, hatch(id, sign, marker.pattern, colour, isOwn));
    const style = `fill:${isClear ? "none" : sign ? `url(#${id})` : colour};stroke:${line ? bar.mlc ?? marker.line.color : "none"};stroke-width:${line}px`, last = pieces.at(-1);
    last?.[0] === style ? last.push(path) : pieces.push([style, path]);
  });
  const crisp = isTouching && !marker.line.width ? ' shape-rendering="crispEdges"' : "";
  const paths = pieces.map(([style, ...found]) => `<path d="${found.join("")}" style="${style}"/>`);
  return `<defs>${[...hatches.values()].join("")}</defs><g class="point"${crisp}>${paths.join("")}</g>`;
}

const isColour = (colour) => (isList(colour) ? colour.every(isColour) : /^#[0-9a-f]{6}$|^rgba\(0,0,0,0\)$/.test(colour));
const isBars = ({ trace: { visible, type, text, marker, selected, error_x, error_y } }) => visible === true && type === "bar" && !text?.length && isColour(marker.color)
  && !marker.cornerradius && marker.opacity === 1 && !error_x?.visible && !error_y?.visible && [].concat(marker.pattern?.shape ?? "").every((shape) => HATCHES.includes(shape));

// What a module draws quickly stands among what Plotly draws in its layer, in the order of the traces.
function mingled(place, calculated, groups) {
  let before = null;
  for (const [{ trace }] of calculated) {
    const group = groups.get(trace.uid);
    if (!group) continue;
    if (group.parentNode !== place || group.previousSibling !== before) place.insertBefore(group, before ? before.nextSibling : place.firstChild);
    before = group;
  }
}

function written(chart, info, calculated, drawn) {
  const group = document.createElementNS(SVG, "g"), { trace } = calculated[0], { layerClipId: clip } = info;
  group.setAttribute("class", "g-quick");
  if (trace.opacity !== 1) group.style.opacity = trace.opacity;
  if (clip && trace.cliponaxis !== false) group.setAttribute("clip-path", `url(#${clip})`);
  group.innerHTML = drawn(chart, info, calculated);
  return group;
}

// From now on traces of this kind are drawn quickly where they can be and where it matters.
function hasten(module, isPlain, drawn) {
  const { plot, styleOnSelect } = module;
  module.plot = (chart, info, calculated, layer, ...rest) => {
    const plain = calculated.filter(([first]) => isPlain(first)), isMany = plain.reduce((sum, { length }) => sum + length, 0) > FEW;
    for (const one of calculated) one[0].isQuick = isMany && plain.includes(one);
    plot(chart, info, calculated.filter(([{ isQuick }]) => !isQuick), layer, ...rest);
    const place = layer.node(), groups = new Map();
    for (const group of [...place.children]) group.__data__ ? groups.set(group.__data__[0].trace.uid, group) : group.remove();
    for (const one of calculated) if (one[0].isQuick) groups.set(one[0].trace.uid, written(chart, info, one, drawn));
    if (isMany) mingled(place, calculated, groups);
  };
  module.styleOnSelect = (chart, calculated, group) => calculated[0].isQuick || styleOnSelect(chart, calculated, group);
}

// Points and lines have their style when they are drawn; Plotly sets it again right after.
function styledOnce(module) {
  const { plot, style } = module;
  module.plot = (chart, ...rest) => { plot(chart, ...rest); chart.isStyled = true; };
  module.style = (chart) => { chart.isStyled ? (chart.isStyled = false) : style(chart); };
}

const scattered = (chart, info, calculated) => (isWords(calculated[0]) ? words : marks)(chart, info, calculated);

// What a chart has drawn the first time tells which of Plotly's modules draw it; each is hastened once.
export function quicken(chart) {
  for (const { _module: module } of chart._fullData ?? []) {
    if (hastened.has(module)) continue;
    hastened.add(module);
    if (module.name === "bar") hasten(module, isBars, bars);
    if (module.name === "scatter") { styledOnce(module); hasten(module, (first) => isWords(first) || isMarks(first), scattered); }
  }
}
