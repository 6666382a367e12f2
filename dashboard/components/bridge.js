// Links of ours inside text and lists change the page without loading the app anew;
// charts that place their own text learn how much room they have, and a change of theme draws them anew.
const WIDTHS = [340, 480, 620, 760, 900, 1060, 1200, 1340, 1500];
const root = document.documentElement;
let now, stop;

function page(link) {
  const to = new URL(link.href);
  const name = to.pathname.replace(/^\/|\/$/g, "") || now.data.home;
  return to.origin === location.origin && now.data.pages.includes(name) ? { page: name, query: to.search } : undefined;
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target === "_blank" || !link.closest("[data-testid=stHtml]")) return;
  const to = page(link);
  if (!to) return;
  event.preventDefault();
  now.setTriggerValue("followed", to);
}

function measure() {
  const block = document.querySelector("[data-testid=stMainBlockContainer]");
  if (!block) return;
  const style = getComputedStyle(block);
  const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const width = WIDTHS.filter((one) => one <= room).pop() ?? WIDTHS[0];
  if (width === Number(root.dataset.room)) return;
  root.dataset.room = width;
  if (width !== now.data.width) now.setStateValue("width", width);
}
