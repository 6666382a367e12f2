// A picture that is dropped or chosen is shown to the server, which knows its view; the page goes there.
const LARGEST = 20 * 1024 * 1024;
const zoneOf = (event) => event.target.closest?.("[data-opener]");
// A file may be dropped anywhere on a page that opens pictures: it would else take the place of the app.
const zoneFor = (event) => zoneOf(event) ?? (event.dataTransfer?.types.includes("Files") && (document.querySelector("[data-opener]") ?? afloat()));
const OPENS = ["", "data"];

/** Where Overview or Data have no place of their own in sight, one at the edge of the window that says what became of it. */
function afloat() {
  if (!OPENS.includes(location.pathname.replace(/^.*\//, ""))) return null;
  const zone = Object.assign(document.createElement("div"), { className: "g-opener g-afloat" });
  zone.dataset.opener = "";
  zone.innerHTML = '<p class="g-note" role="status" data-opener-said>Drop a picture saved here to see its view again.</p>';
  document.body.append(zone);
  return zone;
}

function say(zone, words, address) {
  const said = zone.querySelector("[data-opener-said]");
  said.textContent = words;
  zone.scrollIntoView({ block: "nearest" });
  if (!address) return;
  const link = Object.assign(document.createElement("a"), { href: new URL(address, location.href).href, textContent: "Open this view" });
  said.append(" ", link);
  link.focus();
}

async function shown(zone, file) {
  if (!file) return;
  if (file.size > LARGEST) {
    say(zone, "This file is larger than 20 MB. Pictures saved here are far smaller.");
    return;
  }
  say(zone, "The picture is being read …");
  try {
    const answer = await fetch(new URL("picture/open", document.baseURI), { method: "POST", body: file });
    const told = await answer.json();
    if (!answer.ok) say(zone, told.error);
    else if (told.has_changed || told.problems.length) say(zone, `${told.words}. ${told.said}`, told.address);
    else {
      say(zone, `${told.words}. ${told.said}`, told.address);
      zone.querySelector("[data-opener-said] a").click();
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    }
  } catch {
    say(zone, "The picture could not be read. Try again.");
  }
}

document.addEventListener("change", (event) => {
  const zone = zoneOf(event);
  if (!zone || !event.target.matches("[data-opener-file]")) return;
  shown(zone, event.target.files[0]);
  event.target.value = "";
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = zoneFor(event);
    if (!zone || event.target.closest?.("input:not([data-opener-file])")) return;
    event.preventDefault();
    zone.classList.toggle("g-over", kind === "dragover");
    if (kind === "drop") shown(zone, event.dataTransfer.files[0]);
    else if (kind === "dragleave" && !event.relatedTarget && zone.matches(".g-afloat:not(:has(a))")) zone.remove();
  });
}
