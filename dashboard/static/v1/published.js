// Draws the figure that the page carries as JSON. `body.dataset.ready` tells that typeface and chart are there.
(() => {
  "use strict";
  const FONT = '16px "Source Sans 3"';
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const chart = document.getElementById("chart");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const fitter = typeof canvasFit === "undefined" ? null : canvasFit;
  const config = {
    responsive: !fitter,
    displayModeBar: false,
    scrollZoom: false,
    topojsonURL: new URL("../app/static/v1/", location.href).href,
  };

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
    if (fitter) return fitter.figure({ data: figure.data, layout: fitted(figure.layout) }, chart);
    const least = (figure.layout.meta || {}).min_width;
    chart.style.minWidth = least ? `${least}px` : "";
    return { data: grown(figure.data, growth()), layout: grown(fitted(figure.layout), growth()) };
  }

  async function draw() {
    const name = wanted();
    await Promise.all([FONT, `600 ${FONT}`, `bold ${FONT}`].map((font) => document.fonts.load(font)));
    await document.fonts.ready;
    if (fitter) fitter.fit();
    if (chart) {
      const made = drawable(figures[name]);
      await Plotly.react(chart, made.data, made.layout, config);
      if (fitter) await fitter.after(chart);
      document.body.dataset.drawn = name;
    }
    document.body.dataset.ready = "true";
  }

  dark.addEventListener("change", draw);
  draw();
})();
