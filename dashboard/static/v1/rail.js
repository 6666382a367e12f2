// The filters of a page. A choice sets a key of the address and nothing else: the app follows the address.
const MOST = 80;
const TYPED = 1200;
const rails = new WeakMap();
const lists = new Map();

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const go = (href) => document.dispatchEvent(new CustomEvent("guarantees:go", { detail: href }));

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) value === undefined || node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function list(address) {
  if (!lists.has(address)) lists.set(address, fetch(new URL(address, document.baseURI)).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json().then((rows) => Object.assign(rows, { left: Number(answer.headers.get("X-Left-Out")) }));
  }).catch((error) => { lists.delete(address); throw error; }));
  return lists.get(address);
}

const isAlike = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isSame = (some, others) => some.length === others.length && some.every((one, place) => one === others[place]);

class Field {
  constructor(asked, rail) {
    this.rail = rail;
    this.id = `filter-${asked.name}`;
    this.node = make("div", { class: `g-filter g-filter-${asked.asks}`, "data-name": asked.name });
    this.build(asked);
    this.show(asked);
  }

  show(asked) {
    this.asked = asked;
  }

  // The address with this key set anew; a list is read from its first page again.
  set(values, ...without) {
    const to = new URL(location.href);
    [this.asked.name, ...without].forEach((one) => to.searchParams.delete(one));
    to.searchParams.delete("at");
    values.forEach((value) => to.searchParams.append(this.asked.name, value));
    this.awaited = values;
    go(to.href);
  }

  // The answer to an earlier choice says nothing of the one made since, as long as that one stands in the address.
  answer(asked) {
    this.answered = asked;
    const isEarlier = this.awaited && !isSame(this.awaited, asked.given) && isSame(this.awaited, new URL(location.href).searchParams.getAll(asked.name));
    if (isEarlier) return;
    this.awaited = undefined;
    this.show(asked);
  }

  // A choice gone back on before its answer came: the answer to going back may be no other than the one before.
  leave() {
    if (!this.awaited || isSame(this.awaited, new URL(location.href).searchParams.getAll(this.asked.name))) return;
    this.awaited = undefined;
    this.show(this.answered);
  }

  label(words) {
    return make("label", { for: this.id }, words);
  }
}

// A day is taken over when it is whole: picked from the calendar at once, typed when the reader leaves the field.
class Day extends Field {
  build({ label, first, last }) {
    this.input = make("input", { id: this.id, type: "date", min: first, max: last, required: "", "aria-describedby": `${this.id}-said` });
    this.said = make("p", { id: `${this.id}-said`, role: "status", hidden: "" });
    this.node.append(this.label(label), this.input, this.said);
    this.input.addEventListener("keydown", (event) => { this.typed = performance.now(); if (event.key === "Enter") this.take(); });
    this.input.addEventListener("change", () => performance.now() - (this.typed ?? -TYPED) >= TYPED && this.take());
    this.input.addEventListener("blur", () => this.take());
    this.input.addEventListener("input", () => { this.said.hidden = true; });
  }

  show(asked) {
    super.show(asked);
    if (document.activeElement !== this.input || this.input.validity.valid) this.input.value = asked.values[0][0];
  }

  take() {
    const day = this.input.value;
    if (!this.input.validity.valid) {
      this.said.hidden = false;
      const [first, last] = [this.input.min, this.input.max].map((one) => new Date(one).toLocaleDateString("en-GB", { dateStyle: "long" }));
      this.said.textContent = `A day from ${first} to ${last} is needed.`;
      this.input.value = this.asked.values[0][0];
    } else if (day !== this.asked.values[0][0]) this.set([day], ...this.crossed(day));
  }

  // The other end of the span, where this one now lies beyond it.
  crossed(day) {
    const other = { from: "until", until: "from" }[this.asked.name], at = this.rail.fields.get(other)?.asked.values[0][0];
    return at && (other === "until" ? day > at : day < at) ? [other] : [];
  }
}

class Text extends Field {
  build({ label, placeholder }) {
    this.input = make("input", { id: this.id, type: "search", placeholder, maxlength: 100 });
    this.node.append(this.label(label), this.input);
    this.input.addEventListener("change", () => this.take());
  }

  show(asked) {
    super.show(asked);
    if (document.activeElement !== this.input) this.input.value = asked.values[0][0];
  }

  take() {
    const words = this.input.value.trim();
    if (words !== this.asked.values[0][0]) this.set(words ? [words] : []);
  }
}

class Few extends Field {
  build({ label }) {
    this.input = make("select", { id: this.id });
    this.node.append(this.label(label), this.input);
    this.input.addEventListener("change", () => this.take(this.input.value));
  }

  show(asked) {
    if (!isAlike(this.asked?.options, asked.options) || !this.input.length)
      this.input.replaceChildren(...asked.options.map(([code, words]) => make("option", { value: code }, words)));
    super.show(asked);
    this.input.value = asked.values[0][0];
  }

  take(code) {
    this.set(code === this.asked.unset ? [] : [code]);
  }
}

class Phase extends Field {
  build({ label }) {
    this.node.setAttribute("role", "radiogroup");
    this.node.setAttribute("aria-label", label);
    this.row = make("div", { class: "g-radios" });
    this.node.append(make("span", {}, label), this.row);
  }

  show(asked) {
    const had = this.row.contains(document.activeElement);
    if (!isAlike(this.asked?.options, asked.options) || !this.row.children.length) this.row.replaceChildren(...asked.options.map(([code, words]) => {
      const radio = make("input", { type: "radio", name: this.id, value: code });
      radio.addEventListener("change", () => this.set(code === this.asked.unset ? [] : [code]));
      return make("label", {}, radio, words);
    }));
    super.show(asked);
    this.row.querySelectorAll("input").forEach((radio) => { radio.checked = radio.value === asked.values[0][0]; });
    if (had) this.row.querySelector(":checked")?.focus();
  }
}

// Several of a long list: those chosen as buttons that take them off, and a field that finds more.
class Many extends Field {
  build({ label, placeholder, asks }) {
    this.isOne = asks === "maybe";
    this.chosen = make("ul", { class: "g-chosen" });
    this.input = make("input", { id: this.id, role: "combobox", "aria-expanded": "false", "aria-controls": `${this.id}-list`,
      "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", placeholder });
    this.options = make("ul", { id: `${this.id}-list`, role: "listbox", "aria-label": label, "aria-multiselectable": String(!this.isOne), hidden: "" });
    this.node.append(this.label(label), this.chosen, this.input, this.options);
    this.input.addEventListener("focus", () => list(this.address()).catch(() => undefined));
    this.input.addEventListener("click", () => this.open());
    this.input.addEventListener("input", () => this.open());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.options.addEventListener("pointerdown", (event) => event.preventDefault());
    this.options.addEventListener("click", (event) => this.pick(event.target.closest("[role=option]")));
  }

  show(asked) {
    const isKept = isAlike(this.asked?.values, asked.values);
    super.show(asked);
    if (isKept) return;
    const had = this.chosen.contains(document.activeElement), codes = this.codes();
    this.chosen.replaceChildren(...asked.values.map(([code, words]) => {
      const button = make("button", { type: "button", title: `Take off: ${words}`, "aria-label": `Take off: ${words}` }, `${words} ✕`);
      button.addEventListener("click", () => this.take(code));
      return make("li", {}, button);
    }));
    this.chosen.hidden = !asked.values.length;
    if (had) this.input.focus();
    this.options.querySelectorAll("[role=option]").forEach((option) => option.setAttribute("aria-selected", String(codes.includes(option.dataset.code))));
  }

  codes() {
    return this.asked.values.map(([code]) => code);
  }

  address() {
    return this.rail.data.lists + this.asked.vocabulary;
  }

  // The list, or of one too long to be sent whole what the server finds in it for the words typed.
  async held() {
    const all = await list(this.address()), words = this.input.value.trim();
    if (!all.left || !words) return all;
    const found = await list(`${this.address()}?q=${encodeURIComponent(words)}`);
    return words === this.input.value.trim() ? found : this.held();
  }

  async open() {
    let all;
    try { all = await this.held(); } catch { all = []; }
    if (document.activeElement !== this.input) return;
    const asked = plain(this.input.value.trim()), codes = this.codes();
    const rank = ([, words, others]) => (others?.split(" | ").includes(asked) ? 0 : plain(words).startsWith(asked) ? 1 : 2);
    const found = all.filter(([, words, others]) => plain(`${words} | ${others ?? ""}`).includes(asked));
    if (asked) found.sort((one, other) => rank(one) - rank(other));
    const shown = found.slice(0, MOST).map(([code, words, , isEmpty]) =>
      make("li", { class: isEmpty ? "g-empty" : undefined, id: `${this.id}-${code}`, role: "option", "data-code": code, "aria-selected": String(codes.includes(code)) }, words));
    const rest = found.length - shown.length + (all.left ?? 0);
    const said = !found.length ? "Nothing of this name" : rest ? `${rest} more: type a few letters` : "";
    const note = (words) => make("li", { class: "g-none", role: "presentation" }, words);
    const full = shown.filter(({ className }) => !className), empty = shown.slice(full.length);
    this.options.replaceChildren(...(asked ? shown : [...full, ...(empty.length ? [note("Nothing on record")] : []), ...empty]), ...(said ? [note(said)] : []));
    this.options.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    const before = shown.findIndex((option) => option.id === this.input.getAttribute("aria-activedescendant"));
    this.point(before < 0 ? 0 : before, Boolean(asked) || before >= 0);
  }

  close() {
    this.options.hidden = true;
    this.input.value = "";
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  point(index, isSure = true) {
    const all = [...this.options.querySelectorAll("[role=option]")], at = all[(index + all.length) % all.length];
    all.forEach((option) => option.classList.toggle("is-at", option === at && isSure));
    this.index = isSure && at ? all.indexOf(at) : -1;
    if (!at || !isSure) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", at.id);
    at.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const isOpen = !this.options.hidden, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) this.open();
    else if (step) this.point(this.index < 0 && step < 0 ? -1 : this.index + step);
    else if (event.key === "Enter" && (isOpen || this.input.value)) this.open().then(() => this.pick(this.options.querySelectorAll("[role=option]")[Math.max(this.index, 0)]));
    else if (event.key === "Escape" && isOpen) this.close();
    else if (event.key === "Backspace" && !this.input.value && this.asked.values.length) return this.take(this.codes().pop());
    else return;
    event.preventDefault();
  }

  pick(option) {
    if (!option) return;
    const wasTyped = this.input.value;
    this.input.value = "";
    this.take(option.dataset.code);
    if (this.isOne) this.close();
    else if (wasTyped) this.open();
  }

  // On where it was off, off where it was on; shown at once, for the next pick must not wait for the answer.
  take(code) {
    const rest = this.codes().filter((one) => one !== code), isOff = rest.length === this.codes().length;
    const codes = this.isOne ? (isOff ? [code] : []) : isOff ? [...rest, code] : rest;
    const words = this.options.querySelector(`[data-code="${CSS.escape(code)}"]`)?.textContent;
    this.show({ ...this.asked, values: codes.map((one) => this.asked.values.find(([known]) => known === one) ?? [one, words]) });
    this.set(codes);
  }
}

const KINDS = { day: Day, text: Text, kind: Few, one: Few, phase: Phase, many: Many, maybe: Many };

class Rail {
  constructor(parent) {
    this.fields = new Map();
    this.node = make("form", { class: "g-rail-filters", role: "search", "aria-label": "Filters" });
    this.node.addEventListener("submit", (event) => event.preventDefault());
    this.back = make("button", { type: "button", class: "g-back" }, "Reset");
    this.back.addEventListener("click", () => go(this.data.reset));
    this.leave = () => this.fields.forEach((field) => field.leave());
    addEventListener("popstate", this.leave);
    parent.append(this.node);
  }

  show(data) {
    this.data = data;
    const alike = (one, other) => one && ["asks", "label", "placeholder"].every((part) => one.asked[part] === other[part]);
    const made = (asked) => (alike(this.fields.get(asked.name), asked) ? this.fields.get(asked.name) : new KINDS[asked.asks](asked, this));
    const kept = new Map(data.filters.map((asked) => [asked.name, made(asked)]));
    const before = [...this.fields.values()], isKept = isSame([...kept.values()], before);
    const focused = this.node.contains(document.activeElement) && document.activeElement;
    this.fields = kept;
    data.filters.forEach((asked) => kept.get(asked.name).answer(asked));
    if (!isKept) this.node.replaceChildren(...[...kept.values()].map(({ node }) => node), ...(kept.size ? [this.back] : []));
    if (focused && document.activeElement !== focused) focused.focus();
  }
}

export default function ({ data, parentElement }) {
  let rail = rails.get(parentElement);
  if (!rail) rails.set(parentElement, (rail = new Rail(parentElement)));
  rail.show(data);
  return () => {
    if (rail.data !== data || rails.get(parentElement) !== rail) return;
    rails.delete(parentElement);
    removeEventListener("popstate", rail.leave);
    rail.node.remove();
  };
}
