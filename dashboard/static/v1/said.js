// After each change the page tells who can't see it how much is shown, and of what; on arrival it is read as it is.
const SETTLED = 300;
const LOOKS = 10; // a slow machine shows what has changed some time after its run
const said = Object.assign(document.createElement("p"), { id: "g-said", className: "g-unseen" });
said.setAttribute("role", "status");
said.setAttribute("aria-live", "polite");
let waiting, looks;

function words() {
  const of = (place) => document.querySelector(`[data-testid=stMain] ${place}`)?.textContent.trim();
  return [of(".g-proof span") ?? of(".st-key-empty p"), of(".g-sentence")].filter(Boolean).join(". ");
}

function say() {
  if (document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning") return;
  const now = words(), last = said.dataset.shown;
  if (last && now && now !== last) said.textContent = now;
  said.dataset.shown = now || last || "";
  looks -= 1;
  if (now === last && looks) waiting = setTimeout(say, SETTLED);
}

function wait() {
  clearTimeout(waiting);
  looks = LOOKS;
  waiting = setTimeout(say, SETTLED);
}

document.body.append(said);
wait();
new MutationObserver(wait).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-script-state"] });
