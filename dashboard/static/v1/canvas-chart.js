// Fits a figure into what its canvas leaves: no type too small, strips as low as type allows, the rest counted.
const canvasChart = (() => {
  "use strict";
  if (!canvasFit) return null;
  const { least, note } = canvasFit;
  const ROW = 11.3, TIGHT = 16, ROOMY = 34;

  /** No type is higher than its strip. */
  function lowered(data, layout, size) {
    const low = (value) => (Array.isArray(value) ? value.map(low) : Math.min(value, size));
    for (const name of Object.keys(layout).filter((one) => /^yaxis\d*$/.test(one))) {
      const font = { size: 14, ...(layout[name].tickfont || {}) };
      layout[name] = { ...layout[name], tickfont: { ...font, size: Math.min(font.size, size) } };
    }
    for (const trace of data) if (trace.textfont && trace.textfont.size) trace.textfont = { ...trace.textfont, size: low(trace.textfont.size) };
  }

  /** Every size of type in a figure raised to the least. */
  function raised(part) {
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return part;
    if (Array.isArray(part)) return part.map(raised);
    const raise = (value) => (Array.isArray(value) ? value.map(raise) : typeof value === "number" ? Math.max(value, least) : value);
    return Object.fromEntries(Object.entries(part).map(([name, value]) =>
      [name, /font$/.test(name) && value && "size" in value ? { ...value, size: raise(value.size) } : raised(value)]));
  }

  const DIGIT = 0.8;  // of the size of type: how high a bar is at least that has its number in it

  /** The numbers of bars too thin for them stand behind the last, in the colour of text. */
  function beside(data, layout, pitch) {
    const bars = data.filter((trace) => trace.type === "bar" && trace.orientation === "h" && Array.isArray(trace.text));
    const ends = new Map();
    for (const trace of bars) {
      const size = [trace.textfont.size].flat()[0];
      trace.text = trace.text.map((words, i) => {
        if (!words || [trace.width].flat()[i] * pitch >= DIGIT * size) return words;
        const end = ends.get(trace.y[i]) || { told: [], x: 0, size };
        ends.set(trace.y[i], { told: [...end.told, words], x: Math.max(end.x, trace.base[i] + trace.x[i]), size });
        return "";
      });
    }
    const made = [...ends].map(([y, { told, x, size }]) => ({
      x, y, text: told.join(" · "), showarrow: false, xanchor: "left", yanchor: "middle", xshift: 3, font: { size },
    }));
    layout.annotations = [...(layout.annotations || []), ...made];
  }

  const STRETCH = 1.5;

  /** The figure for its place: strips lower down to what type needs, then as many as fit, the rest counted. */
  function figure(given, chart, natural) {
    const { data, layout } = raised(given);
    for (const one of layout.annotations || []) one.text = still(one.text);
    const left = (layout.meta || {}).left_out;
    // a card has room for how many, not for which
    const isCard = document.documentElement.dataset.canvas === "card";
    if (typeof left === "string") chart.after(note(isCard ? left.replace(/\. .*/, "") : left));
    const times = parseFloat(getComputedStyle(chart).getPropertyValue("--times")) || 1, axis = layout.yaxis || {};
    const width = chart.clientWidth / times;
    let height = chart.clientHeight / times;
    if (document.body.dataset.shape === "lanes" && natural) {
      const isTold = document.querySelector(".told");
      height = Math.min(height, Math.round(natural * (isTold ? 1 : STRETCH)));
      if (isTold) chart.style.flex = `0 0 ${height}px`;
    }
    const most = (layout.meta || {}).most;
    if (most && most < height) {
      height = most;
      chart.style.flex = `0 0 ${most}px`;
    }
    if (axis.tickvals && axis.range && axis.tickvals.length) {
      const margin = layout.margin || {}, [bottom, top] = axis.range;
      const pitch = () => (height - (margin.t || 0) - (margin.b || 0)) / Math.abs(bottom - top);
      if (pitch() < ROW) {
        const last = note("x");
        chart.after(last);
        const names = axis.ticktext.map(plain);
        const inside = (value) => Math.abs(value - top) + 0.5 <= (height - (margin.t || 0) - (margin.b || 0)) / ROW;
        // a longer note leaves less height, and so names more: until both agree
        for (let told = ""; told !== last.textContent; ) {
          told = last.textContent;
          height = chart.clientHeight;
          const rest = names.filter((_, at) => !inside(axis.tickvals[at]));
          last.textContent = isCard ? `And ${rest.length} more` : `And ${rest.length} more: ${rest.join(", ")}`;
        }
        // it ends below the last whole strip: of the next one nothing is seen
        const seen = axis.tickvals.filter(inside), deepest = Math.max(0.5, ...seen.map((value) => Math.abs(value - top)));
        const end = top + Math.sign(bottom - top) * (deepest + 0.5);
        layout.yaxis = { ...axis, range: [end, top], tickvals: seen, ticktext: axis.ticktext.filter((_, at) => inside(axis.tickvals[at])) };
        for (const trace of data) if (Array.isArray(trace.text) && Array.isArray(trace.y)) {
          trace.text = trace.text.map((words, i) => (inside(trace.y[i]) ? words : ""));
        }
      }
      if (pitch() > ROOMY) {
        height = Math.round((margin.t || 0) + (margin.b || 0) + ROOMY * Math.abs(bottom - top));
        chart.style.flex = `0 0 ${Math.ceil(height * times)}px`;
      }
      const high = Math.max(ROW, pitch());
      if (high < TIGHT) lowered(data, layout, Math.max(least, high - 0.4));
      if (data.some((trace) => trace.type === "bar" && trace.orientation === "h")) beside(data, layout, high);
    }
    return { data, layout: { ...layout, autosize: false, width, height } };
  }

  /** Words of a figure without what a pointer is needed for. */
  const still = (text) => (typeof text === "string" ? text.replace(/only at the pointer/, "not shown") : text);

  const plain = (text) => String(text).replace(/<[^>]*>/g, "").replace(/\u200b/g, "").trim();

  /** Room at either side for what stands out of the drawing there, such as the last word of an axis. */
  async function after(chart) {
    const edge = chart.getBoundingClientRect(), unit = edge.width / chart._fullLayout.width || 1, margin = chart._fullLayout.margin;
    const boxes = (selector) => [...chart.querySelectorAll(selector)].map((node) => node.getBoundingClientRect()).filter((box) => box.width);
    const right = Math.max(0, ...boxes(".xaxislayer-above text, .annotation text").map((box) => (box.right - edge.right) / unit));
    const left = Math.max(0, ...boxes(".yaxislayer-above text").map((box) => (edge.left - box.left) / unit));
    if (right <= 1 && left <= 1) return;
    await Plotly.relayout(chart, { "margin.r": margin.r + Math.ceil(right) + 1, "margin.l": margin.l + Math.ceil(left) + 1 });
  }

  return { figure, after };
})();
