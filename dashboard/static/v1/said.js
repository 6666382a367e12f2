// After each change the page tells who can't see it how much is shown, and of what; on arrival it is read as it is.
const SETTLED = 300;
const said = Object.assign(document.createElement("p"), { id: "g-said", className: "g-unseen" });
said.setAttribute("role", "status");
said.setAttribute("aria-live", "polite");
let waiting;

function words() {
  const of = (place) => document.querySelector(`[data-testid=stMain] ${place}`)?.textContent.trim();
  return [of(".g-proof span") ?? of(".st-key-empty p"), of(".g-sentence")].filter(Boolean).join(". ");
}

function say() {
  if (document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning") return;
  const now = words(), last = said.dataset.shown;
  if (last && now && now !== last) said.textContent = now;
  said.dataset.shown = now || last || "";
}

function wait() {
  clearTimeout(waiting);
  waiting = setTimeout(say, SETTLED);
}

document.body.append(said);
wait();
// Of a run that is over at once the app shows no start, and a slow machine shows what has changed some time after it.
new MutationObserver(wait).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["data-test-script-state"] });
