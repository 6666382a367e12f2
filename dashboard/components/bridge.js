// Links of ours inside text and lists change the page without loading the app anew;
// charts that place their own text learn how much room they have, and a change of theme draws them anew.
const WIDTHS = [340, 480, 620, 760, 900, 1060, 1200, 1340, 1500];
const SETTLED = 200;
const root = document.documentElement;
const query = (testid) => document.querySelector(`[data-testid=${testid}]`);
let run, told, waiting, watched;

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target === "_blank" || !link.closest("[data-testid=stHtml]")) return;
  const to = new URL(link.href);
  if (to.hash && to.pathname === location.pathname && to.search === location.search) return;
  const page = to.pathname.replace(/^\/|\/$/g, "") || run.data.pages[0];
  if (to.origin !== location.origin || !run.data.pages.includes(page)) return;
  event.preventDefault();
  if (to.href === location.href) return;
  // As Back and Forward do it: one entry in the history, one run.
  history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate"));
}

function tell(name, value) {
  if (value === run.data[name] || value === told[name]) return;
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

function listen() {
  document.addEventListener("click", follow);
  new ResizeObserver(() => { clearTimeout(waiting); waiting = setTimeout(measure, SETTLED); }).observe(query("stMain"));
  new MutationObserver(look).observe(query("stApp"), { attributes: true, attributeFilter: ["class", "style"] });
}

export default function (component) {
  run = component;
  told = {};
  watched ??= (listen(), true);
  measure();
}
