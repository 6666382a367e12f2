// Draws the figure that the page carries as JSON. `body.dataset.ready` tells that typeface and chart are there.
(() => {
  "use strict";
  const FONT = '16px "Source Sans 3"';
  let figures, chart;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isCanvas = "canvas" in document.documentElement.dataset;
  const config = {
    responsive: !isCanvas,
    displayModeBar: false,
    scrollZoom: false,
    topojsonURL: new URL("../app/static/v1/", document.baseURI).href,
  };

  function read() {
    figures = JSON.parse(document.getElementById("figures").textContent);
    chart = document.getElementById("chart");
  }

  function wanted() {
    const names = Object.keys(figures);
    return names.length === 1 ? names[0] : dark.matches ? "dark" : "light";
  }

  // On a wide screen letters and discs grow with the drawing; they stand at places of their own, so there is room.
  const GROWING = ["map", "today", "network"];
  const growth = () => (GROWING.includes(document.body.dataset.shape) ? Math.min(1.6, Math.max(1, innerWidth / 1500)) : 1);

  function grown(part, times) {
    const size = (value) => (Array.isArray(value) ? value.map((one) => one * times) : typeof value === "number" ? value * times : value);
    if (times === 1 || typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return part;
    if (Array.isArray(part)) return part.map((one) => grown(one, times));
    return Object.fromEntries(Object.entries(part).map(([name, value]) =>
      [name, /font$|^marker$/.test(name) && value && "size" in value ? { ...value, size: size(value.size) } : grown(value, times)]));
  }

  function fitted(layout) {
    const { width, height, ...rest } = layout;
    for (const name of Object.keys(rest)) {
      // 110 is Plotly's default, and we serve the finer outlines alone.
      if (/^geo\d*$/.test(name)) rest[name] = { ...rest[name], resolution: 50 };
    }
    return { ...rest, autosize: true };
  }

  function drawable(figure) {
    if (isCanvas) return canvasChart.figure({ data: figure.data, layout: fitted(figure.layout) }, chart, figure.layout.height);
    const least = (figure.layout.meta || {}).min_width;
    chart.style.minWidth = least ? `${least}px` : "";
    if (figure.layout.height && growth() === 1) chart.style.setProperty("--height", `${figure.layout.height}px`);
    return { data: grown(figure.data, growth()), layout: grown(fitted(figure.layout), growth()) };
  }

  // A figure's text is placed for a width. Drawn by the server for one of a few, it is asked for again where it fits better.
  const WIDTHS = [280, 320, 350, 390, 440, 500, 560, 640, 760, 900, 1060, 1400];
  let drawnFor = Number(document.body.dataset.drawnFor), asked = 0;

  function fitting() {
    const room = chart.parentElement.clientWidth;
    return WIDTHS.findLast((width) => width <= room) || WIDTHS[0];
  }

  async function refit() {
    const width = fitting();
    if (isCanvas || width === drawnFor || location.protocol === "file:") return false;
    const mine = (asked += 1);
    const here = new URL(`${location.href.split(/[?#]/)[0]}.json`);
    here.search = new URLSearchParams([...new URLSearchParams(location.search), ["width", width]]);
    try {
      const answer = await fetch(here);
      if (!answer.ok) return false;
      const found = await answer.json();
      if (mine !== asked) return false;
      Object.assign(figures, found);
      drawnFor = width;
      return true;
    } catch {
      return false;  // no network: what there is stays
    }
  }

  // Where the chart itself names the countries beyond its frame, or has room for a letter, no words are needed.
  function unneeded() {
    const isDrawn = Boolean(chart) && figures[wanted()].data.some((trace) => trace.name === "beyond, heading");
    for (const line of document.querySelectorAll(".g-outside")) line.hidden = isDrawn;
    const left = new Set(chart ? (figures[wanted()].layout.meta || {}).unlettered : []);
    for (const line of document.querySelectorAll(".g-unlettered")) line.hidden = ![...line.querySelectorAll("[data-actor]")].some(({ dataset }) => left.has(dataset.actor));
    for (const entry of document.querySelectorAll(".g-unlettered [data-actor]")) entry.hidden = !left.has(entry.dataset.actor);
  }

  // A chart that counts shows no answers: it has a title of its own.
  let title;
  function titled(meta) {
    const head = document.querySelector("h1[data-titles]");
    if (!head || isCanvas) return;
    title ??= head.textContent;
    head.textContent = JSON.parse(head.dataset.titles)[(meta || {}).columns] || title;
  }

  async function drawChart() {
    const name = wanted();
    unneeded();
    titled(figures[name].layout.meta);
    const made = drawable(figures[name]);
    await Plotly.react(chart, made.data, made.layout, config);
    if (isCanvas) await canvasChart.after(chart);
    document.body.dataset.drawn = name;
    document.body.dataset.drawnFor = drawnFor;
  }

  async function start() {
    read();
    await Promise.all([FONT, `600 ${FONT}`, `bold ${FONT}`].map((font) => document.fonts.load(font)));
    await document.fonts.ready;
    unneeded();
    if (isCanvas) canvasFit.fit();
    if (chart) {
      await refit();
      await drawChart();
      watch();
    }
    document.body.dataset.ready = "true";
  }

  // What comes to stand above a chart that fills a window leaves it less.
  const isOutgrown = () => chart._fullLayout && Math.abs(chart.clientHeight - chart._fullLayout.height) > 1;

  function watch() {
    dark.addEventListener("change", drawChart);
    if (isCanvas) return;
    new ResizeObserver(async () => {
      if ((await refit()) || isOutgrown()) await drawChart();
    }).observe(chart.parentElement);
  }

  const begin = () => start().catch((problem) => {
    document.body.dataset.failed = String(problem);
    throw problem;
  });

  // Who shows this page in a frame may put other content into it: told so, it draws that.
  addEventListener("exchanged", () => {
    delete document.body.dataset.ready;
    if (chart) Plotly.purge(chart);
    begin();
  });
  begin();
})();
