// Shows a view on the whole screen, step by step. Steps are fetched and drawn before they are asked for, each whole:
// title, key, chart, list, proof. A few frames hold the nearest ones drawn; the others stay as text, so that a step
// once fetched needs no network again.
(() => {
  "use strict";
  const AHEAD = 5, AROUND = 6, FRAMES = 4, PACE = 2000, AGAIN = 3000, IDLE = 250, SETTLED = 2000, PATIENCE = 20000, REST = 350, SWIPE = 60, AIR = 14;
  const walk = JSON.parse(document.getElementById("walk").textContent);
  const [stage, panel, edge, hint, reached, said] = ["stage", "keys", "edge", "hint", "reached", "said"].map((id) => document.getElementById(id));
  const [wide, high] = walk.size.split("x").map(Number);
  const steps = walk.steps, last = steps.length - 1;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const theme = walk.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const pages = new Map(), frames = [], broken = new Set();
  let target = walk.at, shown = -1, front, lost = "", asked, isStaying = false, isFetching = false, isDrawing = false, isBack = false, playing, again, resting, idle;

  const query = (...parts) => parts.filter(Boolean).join("&");
  const viewOf = (i) => `../view/${query(steps[i].view, walk.look, `size=${walk.size}`, `theme=${theme}`)}`;
  const hereOf = (i) => `?${query(steps[i].query, walk.look, walk.theme && `theme=${walk.theme}`)}`;
  const appOf = (i) => `../${walk.page === "overview" ? "" : walk.page}?${steps[i].query}`;
  const among = (list) => [...new Set(list)].filter((i) => i >= 0 && i <= last);
  const nearest = () => among([target, target + 1, target - 1, target + 2]).slice(0, FRAMES);
  const wanted = () => among([
    asked ?? target,
    ...nearest(),
    ...Array.from({ length: AHEAD }, (_, k) => target + 1 + k),
    ...Array.from({ length: AROUND - Math.min(AHEAD, last - target) }, (_, k) => target - 1 - k),
    last, 0,
  ]);
  // all others, the nearest first: one after the other once nothing else was asked for in a while
  const others = () => steps.map((_, i) => i).sort((a, b) => Math.abs(a - target) - Math.abs(b - target));
  const missing = (list) => list.find((i) => !pages.has(i));

  // ---- fetching: one at a time, the one that may be asked for next first

  async function text(i) {
    const answer = await fetch(viewOf(i), { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
    if (!answer) throw new Error("Offline");
    const reference = answer.headers.get("x-reference");
    if (!answer.ok) throw new Error(`The server has no answer${reference ? ` (reference ${reference})` : ""}`);
    return answer.text().catch(() => { throw new Error("Offline"); });
  }

  async function fill(isIdle = false) {
    const pause = isIdle ? IDLE : SETTLED;
    clearTimeout(again);
    clearTimeout(idle);
    if (isFetching) return;
    if (isIdle && isDrawing) {
      idle = setTimeout(fill, SETTLED, true);
      return;
    }
    [isFetching, isBack] = [true, false];
    for (let i; (i = missing(wanted()) ?? (isIdle ? missing(others()) : undefined)) !== undefined; isIdle = false) {
      try {
        pages.set(i, await text(i));
        lost = "";
      } catch (problem) {
        // it was asked while the network was away: what is wanted now is asked again
        if (isBack) {
          isBack = false;
          continue;
        }
        lost = problem.message;
        break;
      }
      if (pages.has(asked)) go(asked);
      tell();
      draw();
    }
    isFetching = false;
    if (lost) {
      asked = undefined;
      if (shown >= 0 && !pages.has(target)) target = shown;
      again = setTimeout(fill, AGAIN, true);
    } else if (missing(others()) !== undefined) idle = setTimeout(fill, pause, true);
    tell();
  }

  // ---- drawing: into frames that lie behind the one that is seen

  function framed() {
    const node = document.createElement("iframe");
    node.tabIndex = -1;
    stage.prepend(node);
    const made = { node, step: -1, isReady: false, isWarm: false };
    frames.push(made);
    return made;
  }

  function free() {
    const near = nearest();
    return frames.find((one) => one !== front && !near.includes(one.step)) || (frames.length < FRAMES ? framed() : null);
  }

  function finished(body) {
    return new Promise((done, failed) => {
      const look = () => {
        if (body.dataset.failed) failed(new Error(body.dataset.failed));
        if (body.dataset.ready) done();
      };
      new MutationObserver(look).observe(body, { attributes: true });
      setTimeout(() => failed(new Error("not drawn")), PATIENCE);
      look();
    });
  }

  /** A page that is drawn already gets another one's content, so that nothing is loaded again. */
  function exchange(inner, other) {
    const page = inner.document;
    page.querySelector("main").replaceWith(page.adoptNode(other.querySelector("main")));
    page.getElementById("figures").textContent = other.getElementById("figures").textContent;
    Object.assign(page.body.dataset, other.body.dataset);
    page.title = other.title;
    inner.dispatchEvent(new inner.Event("exchanged"));
  }

  async function put(frame, i) {
    Object.assign(frame, { step: i, isReady: false });
    delete frame.node.dataset.step;
    const other = new DOMParser().parseFromString(pages.get(i), "text/html");
    frame.title = frame.node.title = [other.querySelector("h1")?.textContent, steps[i].says].filter(Boolean).join(" · ");
    if (frame.isWarm && (frame.node.contentWindow.Plotly || !other.getElementById("chart"))) {
      exchange(frame.node.contentWindow, other);
    } else {
      const loaded = new Promise((done) => frame.node.addEventListener("load", done, { once: true }));
      frame.node.srcdoc = pages.get(i);
      await loaded;
      listen(frame.node.contentWindow);
    }
    await finished(frame.node.contentDocument.body);
    frame.isReady = frame.isWarm = true;
    frame.node.dataset.step = i;
  }

  async function draw() {
    if (isDrawing) return;
    isDrawing = true;
    for (let i, frame; (i = nearest().find((one) => pages.has(one) && !broken.has(one) && !frames.some(({ step }) => step === one))) !== undefined;) {
      if (!(frame = free())) break;
      try {
        await put(frame, i);
      } catch {
        broken.add(i);
        frames.splice(frames.indexOf(frame), 1);
        frame.node.remove();
      }
      settle();
    }
    isDrawing = false;
  }

  // ---- moving

  function settle() {
    const frame = frames.find(({ step, isReady }) => isReady && step === target);
    if (frame && frame !== front) {
      frame.node.classList.add("front");
      frame.node.inert = false;
      if (front) {
        front.node.classList.remove("front");
        front.node.inert = true;
      }
      front = frame;
      arrive();
    }
    tell();
  }

  function arrive() {
    clear();
    shown = target;
    document.body.dataset.step = shown;
    document.title = `${front.title} · Guarantees`;
    said.textContent = steps[shown].says;
    reached.style.transform = `scaleX(${last ? shown / last : 0})`;
    clearTimeout(resting);
    resting = setTimeout(() => history.replaceState(null, "", hereOf(shown)), REST);
  }

  function go(i) {
    const to = Math.min(Math.max(i, 0), last);
    asked = undefined;
    isStaying = false;
    if (to === target || (lost && !pages.has(to))) {
      if (to !== target) asked = to;
      tell();
      fill();
      return;
    }
    target = to;
    settle();
    fill();
    draw();
  }

  function pause() {
    clearInterval(playing);
    playing = undefined;
    delete document.body.dataset.playing;
  }

  function play() {
    if (playing) {
      pause();
      return;
    }
    if (calm.matches || !last) return;
    document.body.dataset.playing = "true";
    go(target === last ? 0 : target + 1);
    playing = setInterval(() => {
      if (target === last) pause();
      else if (shown === target) go(target + 1);
    }, PACE);
  }

  const lasting = (from, by) => { let n = 0; while (pages.has(from + n * by)) n += 1; return n; };

  /** How far steps last in both directions, while none can be fetched. */
  function reach() {
    const ahead = lasting(shown + 1, 1), back = lasting(shown - 1, -1);
    const on = shown === last ? "" : ahead ? `${ahead} ${ahead === 1 ? "step" : "steps"} ahead` : "no step ahead";
    return [on, shown ? (back ? `${back} back` : "none back") : ""].filter(Boolean).join(", ");
  }

  function tell() {
    const waits = shown === target ? "" : broken.has(target) ? `${steps[target].says} can’t be drawn` : shown < 0 ? "Loading …" : `${steps[target].says} …`;
    const words = isStaying ? `Offline: the app can’t be reached; ${reach()}` : lost ? (shown < 0 ? `${lost}: it is asked again` : last ? `${lost}: ${reach()}` : lost) : waits;
    if (edge.textContent !== words) edge.textContent = words;
    Object.assign(document.body.dataset, { ahead: lasting(shown + 1, 1), held: pages.size });
  }

  /** Back to the app at the day reached; while that can't be reached, the step stays on the screen. */
  async function leave() {
    const there = await fetch("../healthz", { cache: "no-store", signal: AbortSignal.timeout(AGAIN) }).catch(() => null);
    if (there) location.assign(appOf(Math.max(shown, 0)));
    isStaying = !there;
    tell();
  }

  // ---- keys, buttons, fingers

  const DOES = {
    on: () => { pause(); go(target + 1); },
    back: () => { pause(); go(target - 1); },
    first: () => { pause(); go(0); },
    last: () => { pause(); go(last); },
    play,
    help: () => { panel.hidden = !panel.hidden; clear(); },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()),
    blank: () => document.body.classList.toggle("blank"),
    leave,
  };
  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Home: "first", End: "last",
    " ": "play", h: "help", "?": "help", f: "full", b: "blank", ".": "blank", Escape: "leave",
  };

  const MOVES = ["on", "back", "first", "last", "play"];

  // Who steps from button to button finds them shown, and they stay.
  function uncover() {
    if (!panel.hidden) return;
    panel.hidden = false;
    clear();
  }

  function press(event) {
    hint.hidden = true;
    if (event.key === "Tab") uncover();
    const does = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const isButton = event.target.closest?.("button") && (event.key === " " || event.key === "Enter");
    if (!does || isButton || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // a key held down goes no faster than the steps can be seen
    if (event.repeat && !(["on", "back"].includes(does) && shown === target)) return;
    if (MOVES.includes(does)) panel.hidden = true;
    DOES[does]();
  }

  /** The keys lie over the chart: what is read below it stays in sight. */
  function clear() {
    const words = front?.node.contentDocument.querySelector(".reading");
    if (words) panel.style.bottom = `${Math.min(high - words.getBoundingClientRect().top + AIR, high - panel.offsetHeight - AIR)}px`;
  }

  let touched;
  function listen(inner) {
    inner.addEventListener("keydown", press);
    inner.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].screenX; }, { passive: true });
    inner.addEventListener("touchend", (event) => {
      if (event.target.closest("button")) return;
      hint.hidden = true;
      const moved = event.changedTouches[0].screenX - touched;
      if (Math.abs(moved) > SWIPE) DOES[moved < 0 ? "on" : "back"]();
      else DOES.help();
    }, { passive: true });
    // a step stays on the screen: links lead nowhere from it
    if (inner !== window) inner.addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); });
  }

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does]");
    if (!button) return;
    if (event.detail) button.blur();
    DOES[button.dataset.does]();
  });

  function fit() {
    const scale = Math.min(innerWidth / wide, innerHeight / high);
    stage.style.transform = `translate(${(innerWidth - wide * scale) / 2}px, ${(innerHeight - high * scale) / 2}px) scale(${scale})`;
  }

  document.documentElement.dataset.theme = theme;
  listen(window);
  addEventListener("resize", fit);
  calm.addEventListener("change", () => { if (calm.matches) pause(); });
  addEventListener("online", () => { lost = ""; isBack = isFetching; fill(); });
  fit();
  tell();
  fill();
})();
