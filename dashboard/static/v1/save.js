// A published page opened with #save has a button that saves its chart from the browser: for servers without Chrome.
// Title, sentence, key, reading and proof go with it, and the picture remembers its view as those do that the server takes.
(() => {
  "use strict";
  if (location.hash !== "#save") return;
  const FACES = ["source-sans-3-latin.woff2", "source-sans-3-latin-ext.woff2", "guarantees-signs.woff2"];
  const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g;
  const TURN = 60, CALM = 6, MOST_TURNS = 50;
  const FINE = 2, PAD = 28, FONT = '"Source Sans 3", sans-serif';
  const words = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  async function encoded(blob) {
    const reader = new FileReader();
    return new Promise((done, failed) => {
      reader.onload = () => done(reader.result);
      reader.onerror = () => failed(reader.error);
      reader.readAsDataURL(blob);
    });
  }

  /** The chart as an image. */
  async function drawing(chart) {
    const { width, height } = chart._fullLayout;
    return imaged(await Plotly.toImage(chart, { format: "svg", width, height, imageDataOnly: true }), width, height);
  }

  const LOOKS = ["display", "flex-flow", "gap", "align-items", "justify-content", "box-sizing", "width", "height", "min-width",
    "margin", "padding", "border", "border-radius", "background", "color", "font", "line-height", "text-align", "vertical-align", "list-style"];

  /** A copy of an element that looks as it does on the page; without what only a screen reader is told. */
  function dressed(node) {
    const copy = node.cloneNode(false), look = getComputedStyle(node);
    if (!(node instanceof SVGElement)) copy.setAttribute("style", LOOKS.map((name) => `${name}:${look.getPropertyValue(name)}`).join(";"));
    for (const child of node.childNodes) {
      const isSeen = child.nodeType === Node.TEXT_NODE || (child.nodeType === Node.ELEMENT_NODE && getComputedStyle(child).display !== "none" && !child.matches(".g-unseen"));
      if (isSeen) copy.append(child.nodeType === Node.TEXT_NODE ? child.cloneNode() : dressed(child));
    }
    return copy;
  }

  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent);

  /** The key as an image of that width, and the letters that the list beside a map explains; null where there is none.
   *  Some browsers draw no page's parts into a picture: there it fails. */
  async function keyed(width) {
    const key = document.createElement("ul");
    key.className = "g-key";
    for (const group of shown(".aside .g-answer")) {
      const [letter, head] = [group.querySelector(".g-chip"), group.querySelector("h2")];
      if (!letter?.textContent || !head) continue;
      const entry = document.createElement("li");
      entry.append(letter.cloneNode(true), ` ${head.textContent.replace(/^\s*\d+\s*/, "")}`);
      key.append(entry);
    }
    for (const entry of shown(".key li")) key.append(entry.cloneNode(true));
    if (!key.children.length) return null;
    const place = Object.assign(document.createElement("div"), { className: document.querySelector(".g-key").className.replace("g-key", "") });
    place.style.cssText = `position:absolute;left:0;top:0;width:${width}px`;
    place.append(key);
    document.querySelector("main").append(place);
    const height = Math.ceil(key.getBoundingClientRect().height) + 2, copy = dressed(key);
    place.remove();
    copy.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
    copy.style.width = `${width}px`;
    const told = new XMLSerializer().serializeToString(copy);
    return imaged(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="${width}" height="${height}">${told}</foreignObject></svg>`, width, height);
  }

  /** An SVG as an image, its words in our typeface: an image sees no typeface but the one that it brings along. */
  async function imaged(svg, width, height) {
    const faces = await Promise.all(FACES.map(async (name) => {
      const file = await fetch(new URL(`../app/static/v1/${name}`, location.href));
      return `@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url("${await encoded(await file.blob())}") format("woff2")}`;
    }));
    const whole = svg.toWellFormed().replace(UNWRITABLE, "").replace(/(<svg[^>]*>)/, `$1<style>${faces.join("")}</style>`);
    const image = new Image(width, height);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
    await image.decode();
    await lettered(image);
    return image;
  }

  /** The browser reads a typeface inside an image when it first draws it: drawn until no more letters come. */
  async function lettered(image) {
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    let before, calm = 0;
    for (let turn = 0; turn < MOST_TURNS && calm < CALM; turn += 1) {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0);
      const now = crc(pen.getImageData(0, 0, canvas.width, canvas.height).data);
      calm = now === before ? calm + 1 : 0;
      before = now;
      await new Promise((done) => setTimeout(done, TURN));
    }
  }

  function lines(pen, text, room) {
    const found = [];
    for (const word of text.split(/\s+/)) {
      const longer = found.length ? `${found.at(-1)} ${word}` : word;
      if (found.length && pen.measureText(longer).width <= room) found[found.length - 1] = longer;
      else found.push(word);
    }
    return found;
  }

  async function picture(chart, key) {
    const image = await drawing(chart);
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
    const room = image.width;
    const texts = [
      { font: `bold 27px ${FONT}`, step: 32, text: words("h1"), ink: "--ink" },
      { font: `17px ${FONT}`, step: 23, text: words(".sentence"), ink: "--muted" },
      { font: `17px ${FONT}`, step: 23, text: words(".reading"), ink: "--ink" },
      { font: `14px ${FONT}`, step: 19, text: `${words(".g-proof")} · ${words(".address span, .proof > p:last-child span")}`, ink: "--muted" },
    ].map((one) => {
      pen.font = one.font;
      return { ...one, lines: lines(pen, one.text, room) };
    });
    const tall = (one) => one.lines.length * one.step;
    canvas.width = FINE * (room + 2 * PAD);
    canvas.height = FINE * (image.height + 2 * PAD + 30 + (key ? key.height + 10 : 0) + texts.reduce((sum, one) => sum + tall(one), 0));
    pen.scale(FINE, FINE);
    pen.fillStyle = colour("--paper");
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.textBaseline = "top";
    let at = PAD;
    const write = (one) => {
      pen.font = one.font;
      pen.fillStyle = colour(one.ink);
      for (const line of one.lines) {
        pen.fillText(line, PAD, at);
        at += one.step;
      }
    };
    write(texts[0]);
    write(texts[1]);
    if (key) {
      pen.drawImage(key, PAD, (at += 10), key.width, key.height);
      at += key.height;
    }
    pen.drawImage(image, PAD, (at += 14), image.width, image.height);
    at += image.height + 16;
    write(texts[2]);
    write(texts[3]);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const crc = (bytes) => ~bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) >>> 0;

  function chunk(keyword, text) {
    const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
    const made = new Uint8Array(body.length + 8), view = new DataView(made.buffer);
    view.setUint32(0, body.length - 4);
    made.set(body, 4);
    view.setUint32(body.length + 4, crc(body));
    return made;
  }

  async function remembering(png) {
    const address = document.querySelector("a.open")?.getAttribute("href");
    const release = address && new URL(address, location.href).searchParams.get("release");
    if (!release) return png;
    const head = 33; // signature and header
    return new Blob([png.slice(0, head), chunk("Guarantees-Address", address), chunk("Guarantees-Release", release), png.slice(head)], { type: "image/png" });
  }

  async function save(button, said) {
    button.disabled = true;
    try {
      const chart = document.querySelector(".js-plotly-plot");
      const key = await keyed(chart._fullLayout.width).catch(() => undefined);
      const png = await remembering(await picture(chart, key));
      const name = `guarantees-${document.body.dataset.subject}-${words("h1").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60)}.png`;
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(png), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      said.textContent = `Saved as ${name}${key === undefined ? ", without the key, which this browser can’t draw: print the page to have it" : ""}.`;
    } catch {
      said.textContent = "The chart could not be saved. Take a picture of the screen instead.";
    }
    button.disabled = false;
  }

  async function bar() {
    const box = Object.assign(document.createElement("section"), { className: "save", ariaLabel: "Save the chart" });
    const said = Object.assign(document.createElement("span"), { role: "status" });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Save the chart as PNG" });
    const kept = Object.assign(document.createElement("span"), { textContent: "It holds title, key, chart, reading and sources." });
    if (document.querySelector(".js-plotly-plot")) box.append(button, kept, " ");
    else said.textContent = "This view draws no chart: print the page, or save it as PDF from the print menu.";
    button.addEventListener("click", () => save(button, said));
    box.append(said);
    document.querySelector("main").before(box); // the chart fills what the words in there leave of the window
    const told = await (await fetch(new URL("../picture/ready", location.href))).json();
    if (!told.is_ready && button.isConnected) said.textContent = `${told.missing} ${told.how}`;
  }

  if (document.body.dataset.ready) bar();
  else {
    const drawn = new MutationObserver(() => {
      if (!document.body.dataset.ready) return;
      drawn.disconnect();
      bar();
    });
    drawn.observe(document.body, { attributes: true, attributeFilter: ["data-ready"] });
  }
})();
