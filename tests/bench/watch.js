// Notes, inside the page, what a reader would see and when: what arrives, what is repainted, when all is at rest.
(() => {
  const QUIET = 300, LONG_QUIET = 2000, PATIENCE = 5000;
  const log = { from: 0, acted: 0, arrived: [], bytes: 0, handed: 0, chart: 0, page: 0, run: 0, last: 0 };
  window.bench = { log };

  class Counted extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        const bytes = data.byteLength ?? data.size ?? data.length;
        log.last = performance.now();
        log.bytes += bytes;
        log.arrived.push([log.last, bytes]);
      });
    }
  }
  window.WebSocket = Counted;

  // A task queued within a frame runs when that frame has been painted.
  const painted = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(0);
  });

  const inside = (node, place) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(place);
  const isHint = (node) => inside(node, ".hoverlayer, [data-testid=stTooltipContent]");
  const state = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
  const seen = new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => attributeName === "data-test-script-state") && state() === "notRunning") log.run = performance.now();
    const counted = changes.filter(({ target, type, attributeName }) => inside(target, "[data-testid=stMain]") && !isHint(target)
      && (type !== "attributes" || inside(target, ".js-plotly-plot") && attributeName !== "class"));
    if (!counted.length) return;
    const isHanded = counted.some(({ target }) => inside(target, ".js-plotly-plot"));
    const isChart = counted.some(({ target }) => inside(target, ".js-plotly-plot > *"));
    log.last = performance.now();
    if (isHanded && log.acted) log.handed ||= log.last;
    painted((now) => { log.page = log.last = now; if (isChart) log.chart = now; });
  });
  document.addEventListener("DOMContentLoaded", () => {
    seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });

  for (const kind of ["pointerup", "keydown"]) {
    document.addEventListener(kind, ({ timeStamp }) => { log.acted = timeStamp; }, true);
  }

  window.bench.start = () => Object.assign(log, { from: performance.now(), acted: 0, arrived: [], bytes: 0, handed: 0, chart: 0, page: 0, run: 0 });

  // At rest: the script has come to its end, and for a while nothing arrived and nothing was painted; or no answer came.
  const isAtRest = () => state() === "notRunning" && performance.now() - log.last > (log.run ? QUIET : LONG_QUIET) && log.arrived.length > 0;
  const isUnanswered = () => !log.arrived.length && performance.now() - log.from > PATIENCE;
  window.bench.rest = () => new Promise((done) => {
    const look = () => (isAtRest() || isUnanswered() ? done({ ...log }) : requestAnimationFrame(look));
    look();
  });
})();
