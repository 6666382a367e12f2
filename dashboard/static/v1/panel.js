// On a narrow window the filters lie over the page: what is behind them is out of reach, Escape closes them, and another
// page is not hidden behind them. Whoever opens or closes them keeps the keyboard.
const narrow = matchMedia("(max-width: 768px)");
const OPENER = "[data-testid=stExpandSidebarButton]", CLOSER = "[data-testid=stSidebarCollapseButton] button";
const BEHIND = ["stMain", "stHeader", "stSkipToContent"].map((one) => `[data-testid=${one}]`).join();
let state, isAsked, covers, at = location.pathname;

function look() {
  const panel = document.querySelector("[data-testid=stSidebar]"), before = state;
  state = panel?.dataset.collapsed;
  covers = narrow.matches && state === "false" && panel.checkVisibility();
  document.querySelectorAll(BEHIND).forEach((one) => one.inert === covers || (one.inert = covers));
  if (covers && at !== location.pathname) document.querySelector(CLOSER)?.click();
  at = location.pathname;
  if (!isAsked || state === before) return;
  isAsked = false;
  document.querySelector(state === "true" ? OPENER : CLOSER)?.focus();
}

function press(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !covers) return;
  event.preventDefault();
  document.querySelector(CLOSER)?.click();
}

document.addEventListener("click", ({ target }) => { isAsked = Boolean(target.closest?.(`${OPENER}, ${CLOSER}`)); }, true);
document.addEventListener("keydown", press);
narrow.addEventListener("change", look);
new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-collapsed"] });
look();
