// Whenever a map is laid out, Plotly makes shapes of the outlines of all countries anew, and paths of the shapes. Here each
// outline becomes a shape once, and a shape a path once for each frame and size; a path on screen that fits stays.
const SIZES = 8;
const shapes = new WeakMap();
const paths = new Map();

// What Plotly finds for a place in the outlines, kept beside them. It measures all places only where the frame fits them.
function shapedOnce(module) {
  const { calcGeoJSON } = module;
  module.calcGeoJSON = (calculated, layout) => {
    const [{ trace }] = calculated, { fitbounds, _subplot: { topojson } } = layout[trace.geo];
    if (trace.locationmode !== "ISO-3" || fitbounds) return calcGeoJSON(calculated, layout);
    const known = shapes.get(topojson) ?? shapes.set(topojson, new Map()).get(topojson);
    if (calculated.every(({ loc }) => known.has(loc))) for (const one of calculated) Object.assign(one, known.get(one.loc));
    else {
      calcGeoJSON(calculated, layout);
      for (const { loc, geojson, ct, _polygons } of calculated) known.set(loc, { geojson, ct, _polygons });
    }
  };
}

// Paths of this frame in this size, by shape; those of the sizes longest unused are forgotten.
function frame({ projection, graphDiv, id }) {
  const key = JSON.stringify([graphDiv._fullLayout[id].projection.type,
    ...["scale", "translate", "center", "rotate", "parallels", "clipExtent"].map((name) => projection[name]())]);
  const known = paths.get(key) ?? new WeakMap();
  paths.delete(key);
  if (paths.set(key, known).size > SIZES) paths.delete(paths.keys().next().value);
  return known;
}

function drawnOnce(kind) {
  const { _render } = kind;
  kind._render = function () {
    const { choropleth } = this.dataPaths;
    if (choropleth && !this.projection.tilt) {
      const known = frame(this), path = this.projection.getPath();
      choropleth.each(function ({ geojson }) {
        if (geojson && !known.has(geojson)) known.set(geojson, path(geojson));
        const drawn = geojson && known.get(geojson);
        if (!drawn) this.removeAttribute("d");
        else if (this.getAttribute("d") !== drawn) this.setAttribute("d", drawn);
      });
      delete this.dataPaths.choropleth;
    }
    _render.call(this);
    if (choropleth) this.dataPaths.choropleth = choropleth;
  };
}

// From now on maps like this one are drawn quickly; each part of Plotly is hastened once.
const hastened = new Set();
export function quickenMap(chart) {
  for (const { _module: module, geo } of chart._fullData ?? []) {
    if (module.name !== "choropleth" || hastened.has(module)) continue;
    hastened.add(module);
    shapedOnce(module);
    drawnOnce(Object.getPrototypeOf(chart._fullLayout[geo]._subplot));
  }
}
