// Plays a map through the days on which positions change, in the browser alone: the days come as one film, the server
// hears of a day only when the reader has come to rest on it.
const ICONS = { play: "M3 1.5v13l11-6.5z", pause: "M3 1.5h3.6v13H3zM9.4 1.5H13v13H9.4z", back: "M11 2v12L4 8z", on: "M5 2v12l7-6z" };
const SPEEDS = [1, 2, 4];
const REST = 400;
const BEHIND = 1000;  // a film so far behind its time goes on from now instead of hurrying after it
const root = document.documentElement;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const controls = new WeakMap();
const films = new Map();

function film(address) {
  if (!films.has(address)) films.set(address, fetch(new URL(address, document.baseURI)).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).catch((error) => { films.delete(address); throw error; }));
  return films.get(address);
}

// A task queued within a frame runs when that frame is on screen.
const painted = () => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
}));

const covers = (spans, day) => spans.some((edge, i) => i % 2 === 0 && edge <= day && day < spans[i + 1]);

// The entries of a trace that a day shows; lists as long as the trace are one value per point, others belong to it all.
function picked(part, chosen, length) {
  if (Array.isArray(part)) return part.length === length ? chosen.map((i) => part[i]) : part;
  if (!part || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, name === "colorscale" ? value : picked(value, chosen, length)]));
}

function traces({ layers }, day) {
  return layers.map(({ mark, spans, points }) => {
    const entries = spans.flatMap((one, i) => (covers(one, day) ? [i] : []));
    const chosen = entries.flatMap((i) => Array.from({ length: points }, (_, k) => i * points + k));
    return picked(mark, chosen, spans.length * points);
  });
}

class Control {
  constructor(parent) {
    this.node = document.createElement("div");
    this.node.className = "g-play";
    this.node.setAttribute("role", "group");
    const icon = (name) => `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
    this.node.innerHTML = `<div class="g-steps"><button type="button" data-step="-1">${icon("back")}</button>
      <button type="button" class="g-go"></button><button type="button" data-step="1">${icon("on")}</button></div>
      <div class="g-rail"><div class="g-thins"></div><input type="range" min="0" step="1" aria-label="Day">
        <div class="g-ends"><span></span><output aria-live="off"></output><span></span></div></div>
      <div class="g-speeds" role="group">${SPEEDS.map((n) => `<button type="button" data-speed="${n}">${n}</button>`).join("")}<span></span></div>`;
    this.icon = icon;
    [this.go, this.slider, this.told, this.first, this.last, this.thins, this.speeds] =
      [".g-go", "input", "output", ".g-ends span:first-child", ".g-ends span:last-child", ".g-thins", ".g-speeds"].map((one) => this.node.querySelector(one));
    this.speed = 2;
    this.late = [];
    this.node.control = this;
    parent.append(this.node);
    this.listen();
  }

  listen() {
    const ready = () => this.load().catch(() => undefined);
    ["pointerenter", "focusin", "touchstart"].forEach((name) => this.node.addEventListener(name, ready, { passive: true }));
    this.go.addEventListener("click", () => (this.timer ? this.rest() : this.play()));
    this.node.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => this.step(Number(button.dataset.step))));
    this.node.querySelectorAll("[data-speed]").forEach((button) => button.addEventListener("click", () => this.setSpeed(Number(button.dataset.speed))));
    this.slider.addEventListener("pointerdown", () => { this.held = true; this.pause(); });
    this.slider.addEventListener("input", () => { this.pause(); this.show(Number(this.slider.value)); if (!this.held) this.soon(); });
    this.slider.addEventListener("change", () => { if (this.held) { this.held = false; this.rest(); } });
    this.slider.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); if (!calm.matches) this.go.click(); } });
    this.onCalm = () => (calm.matches && this.timer ? this.rest() : this.face());
    calm.addEventListener("change", this.onCalm);
  }

  // A run of the server: its day is the one that stands, whatever was played before. Who plays the very days that it
  // brings, for another width, say, plays on.
  arrive(data, send) {
    if (this.timer && data.iso === this.data.iso && String(data.isos) === String(this.data.isos)) return Object.assign(this, { data, send });
    const settled = this.moved;
    this.pause();
    clearTimeout(this.waiting);
    Object.assign(this, { data, send, at: data.at, moved: false });
    const { what, one, many } = data.played;
    this.node.setAttribute("aria-label", what);
    this.node.querySelectorAll("[data-step]").forEach((button) => { button.ariaLabel = button.title = `${button.dataset.step < 0 ? "Earlier" : "Later"} ${one}`; });
    this.speeds.setAttribute("aria-label", `${many} a second`);
    this.speeds.querySelector("span").textContent = `${many} a second`;
    this.slider.max = data.days.length - 1;
    this.slider.value = data.at;
    this.thins.innerHTML = data.thin.map(([from, to]) => `<div class="g-thin" style="left:${from}%;width:${to - from}%" title="Thin coverage"></div>`).join("");
    [this.first.textContent, this.last.textContent] = data.ends;
    this.say(data.day, data.isThin);
    delete root.dataset.playing;
    if (settled) this.chart()?.giveBack(true);
    this.face();
  }

  chart() {
    return document.querySelector(`.st-key-${this.data.chart} .g-plot`)?.chart;
  }

  say(day, isThin) {
    this.told.textContent = isThin ? `${day} · thin coverage` : day;
    this.told.classList.toggle("is-thin", isThin);
    this.slider.setAttribute("aria-valuetext", isThin ? `${day}, thin coverage` : day);
  }

  face() {
    const playing = Boolean(this.timer);
    this.go.innerHTML = this.icon(playing ? "pause" : "play");
    this.go.setAttribute("aria-label", playing ? "Pause" : "Play");
    this.go.title = playing ? "Pause" : "Play";
    this.go.hidden = this.speeds.hidden = calm.matches;
    this.node.querySelectorAll("[data-speed]").forEach((button) => button.setAttribute("aria-pressed", Number(button.dataset.speed) === this.speed));
  }

  load() {
    return Promise.all([film(this.address()), this.chart()?.ready()]).then(([made]) => made);
  }

  address() {
    const width = Math.round(this.chart()?.node.clientWidth || this.data.width);
    return `${this.data.film}&width=${this.data.room ?? width}`;
  }

  async show(index) {
    const last = this.data.days.length - 1, day = Math.min(Math.max(index, 0), last), turn = (this.turn = (this.turn ?? 0) + 1);
    this.at = this.slider.value = day;
    this.moved = true;
    root.dataset.playing = "";
    this.say(this.data.days[day], this.data.isThinOn[day]);
    try {
      const made = await this.load();
      if (turn === this.turn) await this.chart()?.borrow(traces(made, day), { ...made.layout, annotations: [this.headline(day)] });
    } catch (error) {
      this.pause();
      this.told.textContent = "The days could not be loaded.";
    }
  }

  headline(day) {
    const { ink, muted, paper, size, low } = this.data.look;
    const thin = this.data.isThinOn[day] ? `<br><span style="font-size:${Math.round(size / 2)}px;color:${muted}">thin coverage</span>` : "";
    return { text: `<b>${this.data.days[day]}</b>${thin}`, x: 0, y: low ? 0 : 1, xref: "paper", yref: "paper", xanchor: "left", yanchor: low ? "bottom" : "top",
      align: "left", showarrow: false, bgcolor: paper, opacity: 0.92, borderpad: 4, font: { size, color: ink } };
  }

  async play() {
    if (calm.matches) return;
    const last = this.data.days.length - 1;
    clearTimeout(this.waiting);
    let day = this.data.isThinOn.slice(this.at + 1).every(Boolean) ? 0 : this.at + 1;  // nothing well covered is left
    this.timer = -1;
    this.late = [];
    this.face();
    await this.load().catch(() => undefined);
    if (!this.timer) return;
    let due = performance.now(), lead = 0;  // a day is drawn as much before its time as drawing took of late
    const frame = async () => {
      const wanted = due, began = performance.now();
      await this.show(day);
      painted().then((now) => {
        this.late.push(now - wanted);
        lead = Math.min(lead + (now - began - lead) / 3, 500 / this.speed);
      });
      if (!this.timer) return;
      if (day === last) return this.rest();
      day += 1;
      due += 1000 / this.speed;
      if (performance.now() - due > BEHIND) due = performance.now();
      this.timer = setTimeout(frame, due - lead - performance.now());
    };
    frame();
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.face();
  }

  step(by) {
    this.pause();
    this.show(this.at + by);
    this.soon();
  }

  setSpeed(speed) {
    this.speed = speed;
    this.face();
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.rest(), REST);
  }

  // The reader has come to rest: one word to the server, or none where it shows that day already.
  rest() {
    this.pause();
    clearTimeout(this.waiting);
    if (!this.moved) return;
    if (this.data.isos[this.at] === this.data.iso) return this.arrive(this.data, this.send);
    this.chart()?.giveBack(false);
    this.send("day", this.data.isos[this.at]);
  }

  close() {
    this.pause();
    clearTimeout(this.waiting);
    calm.removeEventListener("change", this.onCalm);
    delete root.dataset.playing;
    this.node.remove();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let control = controls.get(parentElement);
  if (!control) controls.set(parentElement, (control = new Control(parentElement)));
  control.arrive(data, setTriggerValue);
  return () => {
    if (control.data !== data || controls.get(parentElement) !== control) return;
    controls.delete(parentElement);
    control.close();
  };
}
