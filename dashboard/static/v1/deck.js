// The page of a deck: remembers the deck shown last, puts a view into it, and says how the file comes along.
"use strict";
const KEY = "guarantees.deck";
const said = document.getElementById("said");
const views = () => new URLSearchParams(location.search).getAll("view");
const to = (list, hash = "") => `deck${list.length ? "?" : ""}${new URLSearchParams(list.map((view) => ["view", view]))}${hash}`;

function kept() {
  try {
    return new URLSearchParams(localStorage.getItem(KEY) ?? "").getAll("view");
  } catch {
    return []; // a browser that keeps nothing
  }
}
function keep(list) {
  try {
    localStorage.setItem(KEY, new URLSearchParams(list.map((view) => ["view", view])).toString());
  } catch {
    // then nothing is kept
  }
}
function say(words, href = "", link = "") {
  said.replaceChildren(words);
  if (href) {
    const anchor = Object.assign(document.createElement("a"), { href, textContent: link });
    said.append(" ", anchor);
  }
  said.hidden = !words;
}

// A view that comes from the app goes to the end of the deck that is open.
function add(view) {
  const list = kept();
  const at = list.indexOf(view);
  if (at < 0 && list.length >= Number(document.body.dataset.most)) {
    say("Your deck is full. This view is not in it.", to(list), "Open your deck");
    return;
  }
  if (at < 0) list.push(view);
  location.replace(to(list, `#slide-${(at < 0 ? list.length - 1 : at) + 1}`));
}

async function download(event) {
  const link = event.currentTarget;
  event.preventDefault();
  if (link.getAttribute("aria-disabled")) return;
  link.setAttribute("aria-disabled", "true");
  say("The slides are being made: a moment for each picture that is new.");
  try {
    const answer = await fetch(link.href, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error((await answer.json()).error);
    const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "deck.pptx";
    const url = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    const lacking = Number(answer.headers.get("X-Without-Picture") ?? 0);
    say(lacking ? `The file is there; ${lacking} of its slides carry a table, as no picture could be taken.` : "The file is there.");
  } catch (error) {
    say(`The file could not be made: ${error.message || "the server did not answer"}`);
  }
  link.removeAttribute("aria-disabled");
}

async function copy() {
  const { site } = document.body.dataset, here = site ? `${site}/deck${location.search}` : location.href.split("#")[0];
  try {
    await navigator.clipboard.writeText(here);
    say("The link to this deck is copied.");
  } catch {
    say("The browser keeps the clipboard closed here: copy the address of this page.");
  }
}

const { adding } = document.body.dataset;
const shown = views();
if (adding) add(adding);
else if (shown.length) keep(shown);
else if (kept().length) say(`The deck you had open has ${kept().length === 1 ? "one slide" : `${kept().length} slides`}.`, to(kept()), "Open it");

document.querySelector(".get").addEventListener("click", download);
document.getElementById("copy").hidden = false;
document.getElementById("copy").addEventListener("click", copy);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link?.getAttribute("href") === "deck" && link.closest("main")) keep([]);
});
for (const image of document.querySelectorAll(".thumbnail img"))
  image.addEventListener("error", () => {
    const words = image.closest("li").querySelector("h2").textContent;
    image.replaceWith(Object.assign(document.createElement("span"), { textContent: words }));
  });
