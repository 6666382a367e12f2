// A Plotly chart that stays on the page: Plotly is loaded once, and each new figure is laid over the last one.
const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false };
const PATIENCE = 1500;
const AROUND = 64;
const FRAME = 4;
const DAYS = /\d{4}-\d\d-\d\d/g;
const HOW = "Arrow keys lead from mark to mark, Enter opens one.";
const charts = new WeakMap();
let loading;

function plotly(address) {
  loading ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const script = document.createElement("script");
    script.src = new URL(address, document.baseURI);
    script.onload = () => done(window.Plotly);
    script.onerror = () => { loading = undefined; failed(new Error("The program that draws charts could not be loaded.")); };
    document.head.append(script);
  });
  return loading;
}

// The shapes that lie elsewhere along the axis, where two layouts differ in nothing but that.
function shifted({ shapes: olds = [], ...before }, { shapes: news = [], ...after }) {
  const rest = ({ x0, x1, ...others }) => JSON.stringify(others);
  const isAlike = JSON.stringify(before) === JSON.stringify(after) && olds.length === news.length && news.every((one, i) => rest(one) === rest(olds[i]));
  const found = news.flatMap((one, i) => (isAlike && one.x0 === olds[i].x0 && one.x1 === olds[i].x1 ? [] : [i]));
  return isAlike && found.every((i) => news[i].type === "rect") ? found : undefined;
}

// Lists of a trace that repeat themselves come as each entry once, and which stands where.
function unpacked(trace) {
  for (const name of ["hovertext", "customdata"]) {
    const { each, at } = trace[name] ?? {};
    if (each) trace[name] = at.map((place) => each[place]);
  }
  return trace;
}

class Chart {
  constructor(parent, quicken) {
    this.quicken = quicken;
    const made = (tag, className) => Object.assign(document.createElement(tag), { className });
    this.box = made("div", "g-box");
    this.scroller = made("div", "g-scroll");
    this.kept = Object.assign(made("div", "g-kept"), { hidden: true, ariaHidden: "true" });
    this.node = made("div", "g-plot");
    this.node.setAttribute("role", "img");
    this.node.chart = this;
    this.told = Object.assign(made("p", "g-told"), { hidden: true });
    this.told.setAttribute("role", "status");
    this.scroller.append(this.node, this.told);
    this.box.append(this.scroller, this.kept);
    parent.append(this.box);
    this.node.addEventListener("keydown", (event) => this.data.clickable && this.key(event));
    this.node.addEventListener("focus", () => this.node.matches(":focus-visible") && this.data.clickable && this.tell(HOW));
    this.node.addEventListener("blur", () => this.tell(""));
    this.queue = Promise.resolve();
    this.observer = new ResizeObserver(() => { cancelAnimationFrame(this.waiting); this.waiting = requestAnimationFrame(() => this.fit()); });
    this.observer.observe(this.node);
    this.framing = new ResizeObserver(() => { this.reveal(this.sight()); this.shade(); });
    this.framing.observe(this.scroller);
    this.scroller.addEventListener("scroll", () => this.follow());
  }

  show(data, send) {
    if (this.data && data.focus !== this.data.focus && data.focus !== this.sent) this.pressed = undefined;
    this.data = data;
    this.send = send;
    this.node.setAttribute("aria-label", data.alt);
    this.node.style.minWidth = data.least ? `${data.least}px` : "";
    this.node.style.height = `${data.height}px`;
    this.node.classList.toggle("is-shared", data.shared);
    this.node.tabIndex = data.clickable || data.least ? 0 : -1;
    this.queue = this.queue.then(() => this.draw(data)).catch((error) => this.fail(error));
  }

  // What was drawn for another width than the page has is waited out once: the right one is on its way.
  async draw(data) {
    const Plotly = await plotly(data.plotly);
    if (this.drawn === undefined && this.isForAnotherRoom()) await this.rightRoom();
    const isSame = data.traces === this.sentTraces, isDrawn = isSame && data.layout === this.drawn;
    if (data !== this.data || isDrawn || this.isLent || !this.node.isConnected) return;
    // Plotly looks only at the layout where the traces are the very same.
    if (!isSame) [this.sentTraces, this.traces] = [data.traces, JSON.parse(data.traces).map(unpacked)];
    const layout = JSON.parse(data.layout);
    if (!this.slide(layout, isSame)) await this.lay(this.traces, layout);
    this.quicken.forEach((quicken) => quicken(this.node));
    if (this.drawn === undefined) this.listen();
    this.drawn = data.layout;
    this.reveal(this.sight());
    this.keep();
    this.shade();
  }

  lay(traces, layout) {
    this.width = this.node.clientWidth;
    const config = { ...CONFIG, topojsonURL: this.data.outlines };
    this.node.querySelectorAll(".hoverlayer").forEach((layer) => layer.replaceChildren());
    return window.Plotly.react(this.node, traces, { ...layout, width: this.width, height: this.data.height }, config);
  }

  // A window that moves along its axis is moved by hand: for the ends of a shape Plotly lays out everything anew.
  slide(layout, isSame) {
    const isReady = isSame && this.drawn && this.width === this.node.clientWidth && !this.node.layout.selections?.length;
    const found = isReady ? shifted(JSON.parse(this.drawn), layout) : undefined, { xaxis, shapes } = this.node._fullLayout ?? {};
    found?.forEach((i) => {
      const { x0, x1 } = layout.shapes[i], [from, to] = [x0, x1].map((day) => xaxis._offset + xaxis.r2p(day));
      [this.node.layout.shapes[i], shapes[i]].forEach((one) => Object.assign(one, { x0, x1 }));
      const path = this.node.querySelector(`.shapelayer [data-index="${i}"] path`);
      path.setAttribute("d", path.getAttribute("d").replace(/^M[^,]*(,.*)H.*(V.*)H.*Z$/, `M${from}$1H${to}$2H${from}Z`));
    });
    return found;
  }

  // Another hand shows something of its own for a while; what the server sends meanwhile waits.
  borrow(traces, layout) {
    this.isLent = true;
    this.queue = this.queue.then(() => this.isLent && this.lay(traces, layout)).catch((error) => this.fail(error));
    return this.queue;
  }

  // Given back, the chart shows the server's figure again: at once, or with the run that is on its way.
  giveBack(now) {
    this.isLent = false;
    if (this.drawn !== undefined) this.drawn = null;
    if (now) this.queue = this.queue.then(() => this.draw(this.data)).catch((error) => this.fail(error));
  }

  ready() {
    return this.queue;
  }

  isForAnotherRoom() {
    return Number(document.documentElement.dataset.room) !== this.data.room;
  }

  // Waits for the room to be measured, and where it is another for the figure that is drawn for it.
  async rightRoom() {
    const measured = () => this.isForAnotherRoom() || this.arrived();
    document.documentElement.addEventListener("room", measured);
    await new Promise((done) => { this.arrived = done; setTimeout(done, PATIENCE); });
    document.documentElement.removeEventListener("room", measured);
  }

  listen() {
    this.node.on("plotly_click", ({ points, event }) => {
      const point = points.find(({ customdata }) => customdata?.length || customdata > 0);
      this.isHit = Boolean(point);
      if (!point || !this.data.clickable) return;
      const told = [].concat(point.customdata).map(String);
      [this.sent, this.pressed] = [told[0], event.clientX - this.node.getBoundingClientRect().left];
      this.send("clicked", told);
    });
    // Empty ground takes the focus off; Plotly tells of marks alone, and just before the browser tells of the click.
    this.node.addEventListener("click", () => {
      clearTimeout(this.clicking);
      this.clicking = setTimeout(() => { if (!this.isHit && this.data.focus) this.send("clicked", []); this.isHit = false; });
    });
    this.node.on("plotly_selected", (chosen) => {
      if (chosen?.range?.x && this.data.brushable) this.send("brushed", chosen.range.x.map(String));
    });
    const point = (on) => ({ points }) => this.node.classList.toggle("is-over", on && this.data.clickable && points.some(({ customdata }) => customdata?.length));
    this.node.on("plotly_hover", (told) => { point(true)(told); this.bring(); });
    this.node.on("plotly_unhover", point(false));
  }

  // What a mark says stays within what is seen of a chart that is wider than its place.
  bring() {
    const layer = this.node.querySelector(".hoverlayer");
    layer.style.transform = "";
    const box = layer.getBoundingClientRect(), seen = this.scroller.getBoundingClientRect();
    const by = Math.max(seen.left - box.left, Math.min(seen.right - box.right - FRAME, 0));
    if (box.width && by) layer.style.transform = `translateX(${by}px)`;
  }

  // What can be clicked, once each by all that it stands for: along the axis, or by name where there is none.
  marks() {
    const seen = new Set();
    const all = (this.node.data ?? []).flatMap((trace) => Array.from(trace.customdata ?? [], (one, i) =>
      ({ data: [].concat(one ?? []).map(String), words: [].concat(trace.hovertext ?? [])[i], at: trace.x?.[i] ?? trace.hovertext?.[i] })));
    return all.filter(({ data, words }) => data[0] && words && !seen.has(data.join()) && seen.add(data.join())).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  }

  key(event) {
    const marks = this.marks(), to = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = marks.findIndex(({ data }) => data.join() === this.here);
    if (to) {
      const mark = marks[(here + to + marks.length + (here < 0 && to < 0)) % marks.length];
      this.here = mark?.data.join();
      this.tell(mark?.words ?? "");
      this.reveal([this.placeOf(this.here)]);
    } else if (event.key === "Enter" && here >= 0) this.send("clicked", marks[here].data);
    else if (event.key === "Escape") this.tell("");
    else return;
    event.preventDefault();
  }

  tell(words) {
    this.told.textContent = new DOMParser().parseFromString(words.replace(/<br>/g, "\n"), "text/html").body.textContent;
    this.told.hidden = !words;
  }

  // How far from the left edge the last mark of an id stands, or the words that open it; nothing where it has neither.
  placeOf(id) {
    const traces = (id && this.node._fullData) || [];
    return this.placeIn(traces.filter(({ mode }) => mode !== "none"), id) ?? this.placeIn(traces, id);
  }

  placeIn(traces, id) {
    const places = traces.flatMap((trace) => {
      const at = Array.from(trace.customdata ?? []).findLastIndex((one) => [].concat(one ?? []).join() === id || String([].concat(one ?? [])[0]) === id);
      const axis = this.node._fullLayout[trace.xaxis?.replace("x", "xaxis")];
      if (at < 0 || !axis) return [];
      const from = trace.orientation === "h" ? trace.base?.[at] : undefined;
      return axis._offset + axis.c2p(from === undefined ? axis.d2c(trace.x[at]) : axis.d2c(from) + Number(trace.x[at]) / 2);
    }).filter(Number.isFinite);
    return places.length ? Math.max(...places) : undefined;
  }

  // Where what is outlined as the focus ends: a row as it stands now.
  outlined() {
    const { name, xref = "x", x1, path } = this.node.layout?.shapes?.findLast(({ name }) => name === "focus") ?? {};
    const axis = name && this.node._fullLayout[xref.replace("x", "xaxis")], last = path?.match(DAYS)?.sort().at(-1) ?? x1;
    return axis?.type === "date" ? axis._offset + axis.r2p(last) - AROUND : undefined;
  }

  // Where what is in focus stands (by its name its row's end), the ends of a tie, and all that a path from it leads through.
  sight() {
    const { focus = "", target } = this.data ?? {}, ends = focus.includes(">") ? focus.split(">") : [];
    const along = this.node.layout?.meta?.path ?? [];
    const place = this.pressed ?? this.placeOf(focus);
    return [place >= this.edge() ? place : this.outlined() ?? place, ...[...ends, target, ...along].map((id) => this.placeOf(id))];
  }

  // A chart wider than its place scrolls no further than it must to have them in sight, or the first where it can't have all.
  reveal(places) {
    const known = places.filter(Number.isFinite);
    if (!known.length) return;
    const { clientWidth: seen, scrollWidth: all, scrollLeft: at } = this.scroller, edge = this.edge();
    const isTogether = Math.max(...known) - Math.min(...known) <= seen - edge - AROUND, wanted = isTogether ? known : known.slice(0, 1);
    const [from, to] = [Math.min(...wanted), Math.max(...wanted)];
    const isFresh = this.pressed === undefined && this.data.focus && this.found !== this.data.focus;
    if (all > seen && (isFresh || from < at + edge + AROUND || to > at + seen - AROUND)) this.scroller.scrollLeft = (from + to - seen - edge) / 2;
    if (all > seen) this.found = this.data.focus;
  }

  // A chart that goes on beyond its place says on which side.
  shade() {
    const { clientWidth: seen, scrollWidth: all, scrollLeft: at } = this.scroller;
    this.box.classList.toggle("goes-left", at > 1);
    this.box.classList.toggle("goes-right", at + seen < all - 1);
  }

  // How much of the left a chart gives to the names of its rows.
  edge() {
    return this.node.layout?.meta?.names ?? (this.node.querySelector(".ytick") ? this.node._fullLayout._size.l : 0);
  }

  // Where a chart scrolls sideways the names of its rows stay in sight: a copy of them, and of headings beside them.
  keep() {
    const edge = this.scroller.scrollLeft > 0 ? this.edge() : 0, { layout } = this.node;
    this.kept.hidden = !edge;
    if (!edge || this.keptOf === layout) return;
    this.keptOf = layout;
    const headings = (layout.annotations ?? []).flatMap(({ xref, x, xshift }, i) => (xref === "paper" && x === 0 && xshift < 0 ? [`.annotation[data-index="${i}"]`] : []));
    const drawing = this.node.querySelector(".main-svg").cloneNode();
    drawing.style.background = "none";
    drawing.append(...this.node.querySelectorAll([".ytick", ...headings].join()).values().map((one) => one.cloneNode(true)));
    if (layout.meta?.names) drawing.append(...this.words(edge));
    this.kept.style.width = `${edge}px`;
    this.kept.style.height = `${this.node.clientHeight}px`;
    this.kept.replaceChildren(drawing);
  }

  // Copies of the words that stand left of an edge, in a chart without margins there and above.
  words(edge) {
    const words = [...this.node.querySelectorAll(".textpoint")].filter((one) => one.querySelector("text").getAttribute("x") < edge);
    return words.map((one) => {
      const copy = one.cloneNode(true);
      copy.style.fontFamily = getComputedStyle(one).fontFamily;
      return copy;
    });
  }

  // What is told stays in sight as names do, and charts over one another keep to the same days.
  follow() {
    const { scrollLeft, scrollWidth } = this.scroller;
    this.told.style.left = `${scrollLeft}px`;
    this.keep();
    this.shade();
    for (const other of this.scroller.closest(".st-key-alone")?.querySelectorAll(".g-scroll") ?? [])
      if (other !== this.scroller && other.scrollWidth === scrollWidth && other.scrollLeft !== scrollLeft) other.scrollLeft = scrollLeft;
  }

  fit() {
    const width = this.node.clientWidth;
    if (!width || width === this.width || this.drawn === undefined) return;
    this.queue = this.queue.then(() => window.Plotly.relayout(this.node, { width: (this.width = width) })).catch((error) => this.fail(error));
  }

  fail(error) {
    console.warn(error);
    if (this.drawn === undefined) this.node.textContent = error.message;
  }

  close() {
    this.observer.disconnect();
    this.framing.disconnect();
    cancelAnimationFrame(this.waiting);
    this.box.remove();
    // What Plotly has begun it goes on with, and fails where its node was emptied meanwhile.
    this.queue.finally(() => window.Plotly?.purge(this.node));
  }
}

export default function ({ data, parentElement, setTriggerValue }, { quicken }, { quickenMap }) {
  let chart = charts.get(parentElement);
  if (!chart) charts.set(parentElement, (chart = new Chart(parentElement, [quicken, quickenMap])));
  chart.arrived?.();
  chart.show(data, setTriggerValue);
  // Called for a run that was overtaken, too: only the latest may close the chart.
  return () => {
    if (chart.data !== data || charts.get(parentElement) !== chart) return;
    charts.delete(parentElement);
    chart.close();
  };
}
