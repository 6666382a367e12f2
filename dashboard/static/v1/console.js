// The SQL page: sends the query, shows rows or what went wrong, keeps the address and the list of tables in step.
"use strict";

const SHOWN = 500;
const LONGEST_LINK = 4000;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;
const FORMULA = /^[=+\-@\t\r]/;

const one = (name) => document.getElementById(name);
const editor = one("statement");
let answer = null;
let running = null;

function made(tag, text = "", attributes = {}) {
  const element = document.createElement(tag);
  if (text !== "") element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function counted(number, word) {
  return `${number.toLocaleString("en-GB")} ${word}${number === 1 ? "" : "s"}`;
}

function clear() {
  answer = null;
  one("said").replaceChildren();
  one("trouble").replaceChildren();
  one("rows").replaceChildren();
  one("rows").hidden = true;
}

function written(value) {
  if (value === null) return "";
  return typeof value === "object" ? inside(value) : String(value);
}

// A list as its items, a struct as its values: what the tables of other pages show for them, too.
function inside(value) {
  const parts = Array.isArray(value) ? value : Object.entries(value).map(([name, item]) => `${name}: ${written(item)}`);
  return parts.map(written).join(Array.isArray(value) ? ", " : "; ");
}

function table(found) {
  const numeric = found.types.map((type) => NUMBERS.test(type) && !type.endsWith("[]"));
  const whole = made("table");
  const head = whole.createTHead().insertRow();
  found.columns.forEach((name, at) => {
    const cell = made("th", name, { scope: "col", class: numeric[at] ? "number" : "" });
    cell.append(made("small", found.types[at].length > 30 ? `${found.types[at].slice(0, 29)}…` : found.types[at]));
    head.append(cell);
  });
  const body = whole.createTBody();
  for (const row of found.rows.slice(0, SHOWN)) {
    const line = body.insertRow();
    row.forEach((value, at) => {
      const text = written(value);
      const size = text.length > 60 ? "long" : text.length > 24 ? "middling" : "short";
      line.append(value === null
        ? made("td", "null", { class: "none" })
        : made("td", text, { class: numeric[at] ? "number short" : size }));
    });
  }
  return whole;
}

function show(found) {
  answer = found;
  const said = one("said");
  const more = found.rows.length > SHOWN ? ` The first ${SHOWN} are shown; the CSV holds all.` : "";
  said.append(made("span", counted(found.rows.length, "row"), { class: "count" }));
  said.append(` in ${found.milliseconds < 1 ? "under 1" : Math.round(found.milliseconds)} ms.${more} ${found.note} `);
  if (found.rows.length) {
    const save = made("button", "Download CSV", { type: "button", id: "csv" });
    save.addEventListener("click", download);
    said.append(save);
    one("rows").replaceChildren(table(found));
    one("rows").hidden = false;
  } else {
    said.append("Nothing meets the conditions. ");
  }
}

function explain(trouble) {
  const box = one("trouble");
  const where = trouble.line ? ` Line ${trouble.line}, column ${trouble.column}.` : "";
  box.append(made("p", trouble.error + where, { class: "error" }));
  if (trouble.line) box.append(place(trouble));
  if (trouble.hint) box.append(made("p", trouble.hint));
  if (trouble.said && trouble.said !== trouble.error) {
    const details = made("details");
    details.append(made("summary", "In DuckDB’s words"), made("p", trouble.said));
    box.append(details);
  }
}

function place(trouble) {
  const line = editor.value.split("\n")[trouble.line - 1] ?? "";
  const before = line.slice(0, trouble.column - 1);
  const word = line.slice(trouble.column - 1).match(/^(\w+|"[^"]*"?|'[^']*'?|.)/)?.[0] ?? "";
  const excerpt = made("pre");
  excerpt.append(before, made("mark", word || " "), line.slice(before.length + word.length));
  return excerpt;
}

async function run() {
  if (running || one("run").disabled) return;
  clear();
  running = new AbortController();
  one("stop").hidden = false;
  one("said").textContent = "Running …";
  const sql = editor.value;
  try {
    const sent = await fetch("api/sql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sql }),
      signal: running.signal,
    });
    const found = await sent.json();
    clear();
    remember(sql);
    if (sent.ok) show(found);
    else explain(found);
  } catch (problem) {
    clear();
    explain(problem.name === "AbortError"
      ? { error: "Stopped.", hint: "" }
      : { error: "The server didn’t answer.", hint: "Look at the connection, then run it again." });
  } finally {
    running = null;
    one("stop").hidden = true;
    one("answer").scrollIntoView({ block: "nearest" });
  }
}

function remember(sql) {
  const query = new URLSearchParams({ sql }).toString();
  const fits = query.length <= LONGEST_LINK;
  const address = fits ? `sql?${query}` : "sql";
  history.replaceState(null, "", address);
  one("link").href = address;
  one("link").hidden = !fits;
}

// What a spreadsheet would run as a formula stays text; lists are joined by semicolons.
function cell(value) {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const joined = typeof value === "string" ? value : (Array.isArray(value) ? value : Object.values(value)).map(flat).join(";");
  const safe = FORMULA.test(joined) ? `'${joined}` : joined;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function flat(value) {
  if (value === null) return "";
  return typeof value === "object" ? Object.values(value).map(flat).join(":") : String(value);
}

function download() {
  const lines = [answer.columns, ...answer.rows].map((row) => row.map(cell).join(","));
  const file = new Blob([lines.join("\n") + "\n"], { type: "text/csv;charset=utf-8" });
  const link = made("a", "", { href: URL.createObjectURL(file), download: `guarantees-${editor.dataset.release}-query.csv` });
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}

function load(sql) {
  editor.value = sql;
  clear();
  fit();
  editor.focus();
  editor.setSelectionRange(0, 0);
  editor.scrollTop = 0;
}

function put(text) {
  const from = editor.selectionStart;
  const gap = from > 0 && /[\w)"']/.test(editor.value[from - 1]) ? " " : "";
  editor.setRangeText(gap + text, from, editor.selectionEnd, "end");
  editor.focus();
}

function fit() {
  editor.rows = Math.min(16, Math.max(9, editor.value.split("\n").length + 1));
}

function find() {
  const wanted = one("find").value.trim().toLowerCase();
  let left = 0;
  for (const relation of document.querySelectorAll(".relation")) {
    const hit = !wanted || relation.textContent.toLowerCase().includes(wanted);
    relation.hidden = !hit;
    left += hit;
  }
  for (const section of document.querySelectorAll(".tables section")) {
    section.hidden = !section.querySelector(".relation:not([hidden])");
  }
  one("found").textContent = wanted ? `${counted(left, "table")} with “${wanted}”.` : "";
}

one("query").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
editor.addEventListener("input", () => {
  one("link").hidden = true;
});
one("stop").addEventListener("click", () => running?.abort());
one("find").addEventListener("input", find);
document.addEventListener("click", (event) => {
  const target = event.target.closest(".load, .put");
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (target.matches(".load")) load(target.dataset.sql);
  else put(target.dataset.put);
});
if (matchMedia("(max-width: 999px)").matches) {
  for (const part of document.querySelectorAll(".help > details.tables")) part.open = false;
}
fit();
// A link on one of our pages asks for the rows; an address that came from elsewhere runs nothing by itself.
const before = document.referrer ? new URL(document.referrer) : null;
if (before?.origin === location.origin && before.pathname !== location.pathname && new URLSearchParams(location.search).has("sql")) run();
document.body.dataset.ready = "true";
