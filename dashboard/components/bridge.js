// Links of ours inside text and lists change the page without loading the app anew.
const PAGES = ["", "timeline", "pledges", "network"];

export default function ({ setTriggerValue }) {
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
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
