// What the page's own HTML can't do by itself: links of ours change the page without loading the app anew, menus close,
// parts are fetched when asked for; charts that place their own text learn how much room they have.
const WIDTHS = [340, 480, 620, 760, 900, 1060, 1200, 1340, 1500];
const SETTLED = 200;
const SAID = 1500;
const PATIENCE = 15000;
const GRACE = 1000;
const AWAY = "The server doesn’t answer. What you see stays; the page goes on by itself once it is back.";
const root = document.documentElement;
const query = (testid) => document.querySelector(`[data-testid=${testid}]`);
const OURS = "[data-testid=stHtml], .g-dialog";
const phone = matchMedia("(max-width: 640px)");
let run, told, waiting, watched, dialog, held, revealing, away, leaving;
let sought = location.hash.slice(1);

function pageOf(to) {
  const page = to.pathname.replace(/^\/|\/$/g, "") || run.data.pages[0];
  return to.origin === location.origin && run.data.pages.includes(page) ? page : undefined;
}

// As Back and Forward do it: one entry in the history, one run. The keys stand in their usual order.
function go(href, isByKey) {
  const to = new URL(href, document.baseURI), rank = ([key]) => run.data.keys.indexOf(key);
  to.search = new URLSearchParams([...to.searchParams].sort((one, other) => rank(one) - rank(other)));
  if (to.href === location.href) return;
  held = isByKey ? named(document.activeElement) : undefined;
  dialog?.close();
  seek(to.hash.slice(1));
  history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate"));
  refocus(performance.now() + PATIENCE);
}

// A section that an address names comes after the address: it is brought to the top once it is there, and kept there
// while what stands above it is still being drawn, unless the reader moves.
function seek(id) {
  sought = id;
  const until = performance.now() + PATIENCE;
  let rest;
  const look = (now) => {
    if (!id || sought !== id || now > (rest ?? until)) return;
    const section = document.getElementById(id);
    if (section && query("stApp").dataset.testScriptState === "notRunning") {
      rest ??= now + SAID;
      section.scrollIntoView();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// What had the keyboard's focus, by what doesn't change when the page is drawn anew.
const named = (node) => node && { tag: node.tagName, words: node.getAttribute("aria-label") ?? node.textContent, within: node.closest("nav, [class^=g-]")?.className };

// The page may be drawn anew more than once; a reader who has moved on is left alone.
function refocus(until) {
  if (!held || performance.now() > until) return;
  if (document.activeElement === document.body) {
    const within = held.within && document.getElementsByClassName(held.within)[0];
    const all = [...(within || document).querySelectorAll(held.tag)];
    const found = all.find((node) => (node.getAttribute("aria-label") ?? node.textContent) === held.words);
    (found ?? within?.querySelector("a, button, select, summary"))?.focus({ preventScroll: true });
  }
  requestAnimationFrame(() => refocus(until));
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target === "_blank" || link.hasAttribute("download") || !link.closest(OURS)) return;
  const to = new URL(link.href);
  if (to.hash && to.pathname === location.pathname && to.search === location.search) return;
  if (!pageOf(to)) return;
  event.preventDefault();
  go(to.href, event.detail === 0);
}

function shut(event) {
  document.querySelectorAll("details.g-menu[open]").forEach((menu) => {
    const isInside = menu.contains(event.target);
    if (!isInside || (event.type === "click" && event.target.closest("a"))) menu.open = false;
  });
}

async function open(button) {
  dialog?.remove();
  dialog = Object.assign(document.createElement("dialog"), { className: "g-dialog" });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close", className: "g-close" });
  const title = Object.assign(document.createElement("h2"), { textContent: button.textContent, id: "g-dialog-title" });
  const body = Object.assign(document.createElement("div"), { className: "g-dialog-body", textContent: "…" });
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(close, title, body);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const answer = await fetch(new URL(button.dataset.part, document.baseURI));
    if (!answer.ok) throw new Error(answer.statusText);
    body.innerHTML = await answer.text();
  } catch {
    body.textContent = "This could not be loaded. Close and try again.";
  }
}

async function copy(button) {
  const from = button.parentElement.querySelector(`.${button.dataset.copy}`), words = button.textContent;
  try {
    await navigator.clipboard.writeText(from.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = words; }, SAID);
  } catch {
    getSelection().selectAllChildren(from);
  }
}

// The address of a view as others open it: with its public host, else the one that this browser knows the app by.
function write(menu) {
  if (!menu.open) return;
  menu.querySelectorAll("[data-link]").forEach((node) => { node.textContent = new URL(node.dataset.link, document.baseURI).href; });
  const box = menu.querySelector("div"), over = box.getBoundingClientRect().right - root.clientWidth + 8;
  box.style.translate = over > 0 ? `-${over}px` : "";
}

function change({ target }) {
  if (target.matches("select[data-go]")) { target.focus(); go(target.value, true); }
  if (!target.matches("input[data-key]")) return;
  const to = new URL(location.href), words = target.value.trim();
  to.searchParams.delete("at");
  words ? to.searchParams.set(target.dataset.key, words) : to.searchParams.delete(target.dataset.key);
  go(to.href, true);
}

function press(event) {
  held = undefined;
  const isTyping = event.target.closest?.("input, select, textarea, [contenteditable], dialog");
  const menu = event.key === "Escape" && document.querySelector("details.g-menu[open]");
  if (menu) {
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    shut({ target: document.body, type: "key" });
  } else if (event.key === "Escape" && !isTyping && !event.defaultPrevented) document.querySelector(".st-key-card .g-close")?.click();
  if (event.key.toLowerCase() !== "t" || event.metaKey || event.ctrlKey || event.altKey || isTyping) return;
  document.querySelector("[aria-keyshortcuts=T]")?.click();
}

function click(event) {
  if (event.detail) held = undefined;
  shut(event);
  follow(event);
  const button = event.target.closest?.("button[data-part], button[data-copy]");
  if (button?.dataset.part) open(button);
  else if (button) copy(button);
}

// A word to the server on the way to another page would call the old one back: there it is said again.
function tell(name, value) {
  if (value === run.data[name] || value === told[name] || pageOf(location) !== run.data.page) return;
  told[name] = value;
  run.setStateValue(name, value);
}

function measure() {
  const block = query("stMainBlockContainer");
  const style = getComputedStyle(block);
  const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  root.dataset.room = WIDTHS.filter((one) => one <= room).pop() ?? WIDTHS[0];
  root.dispatchEvent(new Event("room"));
  tell("width", Number(root.dataset.room));
}

function look() {
  const [red, green, blue] = getComputedStyle(query("stApp")).backgroundColor.match(/\d+/g).map(Number);
  tell("theme", red + green + blue < 384 ? "dark" : "light");
}

// While the server is gone the page stays, with one line of ours in place of Streamlit's dialog. What was asked meanwhile
// was lost: the address is asked again.
const theirs = new MutationObserver(() => {
  const box = document.querySelector("section[role=dialog]");
  if (box?.querySelector("h2")?.textContent === "Connection error") box.querySelector("button").click();
});

function miss() {
  const state = query("stApp").dataset.testConnectionState, isHere = state === "CONNECTED";
  if (isHere === !away || state === "DISCONNECTED_FOREVER") return;
  clearTimeout(leaving);
  if (isHere) {
    theirs.disconnect();
    away.remove();
    away = undefined;
    dispatchEvent(new PopStateEvent("popstate"));
  } else {
    away = Object.assign(document.createElement("p"), { className: "g-away", role: "status" });
    document.body.append(away);
    theirs.observe(document.body, { childList: true });
    leaving = setTimeout(() => { if (away) away.textContent = AWAY; }, GRACE);
  }
}

// On a phone rows are wider than their place: what one is on stays in sight.
function reveal() {
  if (!phone.matches) return;
  for (const row of document.querySelectorAll(".g-pages, .g-settings")) {
    const here = row.querySelector("[aria-current]");
    if (here && row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 3;
  }
}

function listen() {
  document.addEventListener("click", click);
  document.addEventListener("change", change);
  document.addEventListener("keydown", press);
  document.addEventListener("toggle", ({ target }) => target.matches?.("details.g-menu") && write(target), true);
  document.addEventListener("guarantees:go", ({ detail }) => go(detail));
  // What was chosen or opened before anybody listened.
  document.querySelectorAll("details.g-menu[open]").forEach(write);
  document.querySelectorAll("select[data-go]").forEach((list) => list.selectedOptions[0]?.defaultSelected || go(list.value));
  ["wheel", "touchstart", "pointerdown", "keydown"].forEach((name) => addEventListener(name, () => { sought = ""; }, { capture: true, passive: true }));
  seek(sought);
  new ResizeObserver(() => { clearTimeout(waiting); waiting = setTimeout(measure, SETTLED); }).observe(query("stMain"));
  new MutationObserver(look).observe(query("stApp"), { attributes: true, attributeFilter: ["class", "style"] });
  new MutationObserver(miss).observe(query("stApp"), { attributes: true, attributeFilter: ["data-test-connection-state"] });
}

export default function (component) {
  run = component;
  told = {};
  watched ??= (listen(), measure(), look(), true);
  tell("width", Number(root.dataset.room));
  cancelAnimationFrame(revealing);
  revealing = requestAnimationFrame(reveal);
}
