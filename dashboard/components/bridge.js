// Links of ours inside text and lists change the page without loading the app anew;
// charts that place their own text learn how much room they have, and a change of theme draws them anew.
const PAGES = ["", "timeline", "pledges", "network"];
const WIDTHS = [340, 480, 620, 760, 900, 1060, 1200, 1340, 1500];

export default function ({ setTriggerValue, setStateValue, data }) {
  const follow = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (link.target === "_blank" || !link.closest("[data-testid=stHtml]")) return;
    const to = new URL(link.href);
    const page = to.pathname.replace(/^\/|\/$/g, "");
    if (to.origin !== location.origin || !PAGES.includes(page)) return;
    event.preventDefault();
    setTriggerValue("followed", { page: page || "overview", query: to.search });
  };
  const block = document.querySelector("[data-testid=stMainBlockContainer]");
  let told = data.width, waiting;
  const measure = () => {
    const style = getComputedStyle(block);
    const room = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const width = WIDTHS.filter((one) => one <= room).pop() ?? WIDTHS[0];
    if (width !== told) setStateValue("width", (told = width));
  };
  const app = document.querySelector("[data-testid=stApp]");
  let shade = data.theme;
  const look = () => {
    const [red, green, blue] = getComputedStyle(app).backgroundColor.match(/\d+/g).map(Number);
    const now = red + green + blue < 384 ? "dark" : "light";
    if (now !== shade) setStateValue("theme", (shade = now));
  };
  const themes = new MutationObserver(look);
  themes.observe(app, { attributes: true, attributeFilter: ["class", "style"] });
  const observer = new ResizeObserver(() => { clearTimeout(waiting); waiting = setTimeout(measure, 200); });
  if (block) observer.observe(block);
  document.addEventListener("click", follow);
  return () => { document.removeEventListener("click", follow); observer.disconnect(); themes.disconnect(); clearTimeout(waiting); };
}
