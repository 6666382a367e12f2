// The picture menu: keeps what the reader chose, writes it into the links, copies the picture with its caption.
const KEPT = "guarantees.picture";
const part = (menu, name) => menu.querySelector(`[data-picture-${name}]`);
const here = (address) => new URL(address, document.baseURI).href;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

function keep(looks) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(looks));
  } catch { /* a browser that keeps nothing forgets the choice */ }
}

const choices = (menu) => [...menu.querySelectorAll("[data-look]:not([data-look=of])")];
const looks = (menu) => Object.fromEntries(choices(menu).map((one) => [one.dataset.look, one.value]));

function addresses(menu) {
  const [page, query] = menu.querySelector("[data-look=of]").value.split("?", 2);
  const chosen = looks(menu), keys = (more) => [query, new URLSearchParams(more)].filter((one) => String(one ?? "")).join("&");
  return {
    png: `picture/${page}.png?${keys(chosen)}`,
    svg: `picture/${page}.svg?${keys(chosen)}`,
    txt: `picture/${page}.txt?${query ?? ""}`,
    page: `view/${page}?${keys({ theme: chosen.theme })}`,
  };
}

function say(menu, words) {
  part(menu, "said").textContent = words;
}

function write(menu) {
  const to = addresses(menu);
  part(menu, "png").href = to.png;
  part(menu, "svg").href = to.svg;
  part(menu, "svg").hidden = menu.dataset.ready === "0";
  part(menu, "page").href = menu.dataset.ready === "0" ? `${to.page}#save` : to.page;
  part(menu, "page").target = "_blank";
  part(menu, "caption").hidden = true;
  say(menu, "");
  preview(menu, to.png);
}

/** What will be saved, small; taken by now, it is there at once when it is saved. */
function preview(menu, png) {
  const box = menu.querySelector(".g-preview");
  if (menu.dataset.ready !== "1" || box.dataset.shown === png) return;
  const image = Object.assign(new Image(), { src: here(png), alt: "" });
  box.dataset.shown = png;
  box.dataset.waiting = "";
  box.style.aspectRatio = looks(menu).size.replace("x", "/");
  image.addEventListener("load", () => {
    if (box.dataset.shown !== png) return;
    delete box.dataset.waiting;
    box.replaceChildren(image);
  });
}

async function opened(menu) {
  const before = kept();
  for (const one of choices(menu)) if ([...one.options].some((option) => option.value === before[one.dataset.look])) one.value = before[one.dataset.look];
  write(menu);
  if (menu.dataset.ready) return;
  let told = {};
  try {
    told = await (await fetch(here("picture/ready"))).json();
  } catch {
    told = { is_ready: true }; // whatever is wrong is told by what the reader tries
  }
  menu.dataset.ready = told.is_ready ? "1" : "0";
  if (!told.is_ready) {
    for (const name of ["png", "copy", "svg"]) part(menu, name).hidden = true;
    const missing = part(menu, "missing");
    missing.hidden = false;
    missing.textContent = `${told.missing} ${told.how} Until then the published page saves its chart by itself: open it as a page.`;
  }
  write(menu);
}

async function asked(address) {
  const answer = await fetch(here(address));
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  throw new Error(told.problems?.join(". ") || told.error || "The picture could not be taken.");
}

async function save(menu, link) {
  say(menu, "The picture is being taken …");
  try {
    const answer = await asked(link.getAttribute("href"));
    const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "guarantees.png";
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    say(menu, `Saved as ${name}`);
  } catch (error) {
    say(menu, error.message);
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const encoded = (blob) => new Promise((done, failed) => {
  const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: () => failed(reader.error) });
  reader.readAsDataURL(blob);
});

async function copy(menu) {
  const to = addresses(menu);
  const caption = asked(to.txt).then((answer) => answer.text());
  caption.catch(() => {});
  say(menu, "The picture is being taken …");
  try {
    if (!window.ClipboardItem || !navigator.clipboard?.write) throw new TypeError("closed");
    const png = asked(to.png).then((answer) => answer.blob());
    const text = caption.then((words) => new Blob([words], { type: "text/plain" }));
    const html = Promise.all([png.then(encoded), caption]).then(([image, words]) =>
      new Blob([`<img src="${image}" alt=""><p>${escaped(words).replaceAll("\n", "<br>")}</p>`], { type: "text/html" }));
    for (const one of [png, text, html]) one.catch(() => {});
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png, "text/plain": text, "text/html": html })]);
    await Promise.all([png, text]);
    say(menu, "Copied: the picture, and its caption where text is pasted");
  } catch (error) {
    await offered(menu, caption, error);
  }
}

/** Where the clipboard is closed the caption is shown, selected for copying. */
async function offered(menu, caption, error) {
  const closed = error instanceof TypeError || error.name === "NotAllowedError";
  try {
    const box = part(menu, "caption");
    box.value = await caption;
    box.hidden = false;
    box.focus();
    box.select();
    say(menu, closed
      ? "This browser lets pages copy pictures over https alone. The caption is selected: copy it with Ctrl+C (⌘C), and save the picture."
      : error.message);
  } catch (failed) {
    say(menu, failed.message);
  }
}

const menuOf = (event) => event.target.closest?.("[data-picture]");

document.addEventListener("toggle", (event) => {
  const menu = event.target.open && event.target.querySelector?.("[data-picture]");
  if (menu) opened(menu);
}, true);
document.addEventListener("change", (event) => {
  const menu = menuOf(event);
  if (!menu || !event.target.matches("[data-look]")) return;
  keep({ ...kept(), ...looks(menu) });
  write(menu);
});
document.addEventListener("click", (event) => {
  const menu = menuOf(event);
  if (!menu) return;
  const link = event.target.closest("a[data-picture-png], a[data-picture-svg]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    save(menu, link);
  } else if (event.target.closest("[data-picture-copy]")) copy(menu);
});
for (const menu of document.querySelectorAll("details[open] [data-picture], [data-picture]:not(details *)")) opened(menu);
