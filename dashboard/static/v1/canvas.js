// Fits a view into its canvas: no type too small, lists shortened and the rest counted, never cut in silence.
const canvasFit = (() => {
  "use strict";
  const root = document.documentElement;
  if (!root.dataset.canvas) return null;
  const least = parseFloat(getComputedStyle(root).getPropertyValue("--least"));
  const SLACK = 1;
  const visible = (node) => node.offsetParent !== null;
  const over = (box) => box.scrollHeight > box.clientHeight + SLACK || box.scrollWidth > box.clientWidth + SLACK;

  /** No text is smaller than what can be read from the back of a room. */
  function readable() {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const small = new Set();
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || parent.closest("#chart, .g-unseen, script, style, svg")) continue;
      if (parseFloat(getComputedStyle(parent).fontSize) < least) small.add(parent);
    }
    for (const node of small) node.style.fontSize = `${least}px`;
  }

  function note(words) {
    const made = document.createElement("p");
    made.className = "more";
    made.textContent = words;
    return made;
  }

  /** The most of `0..count` for which `show` leaves the box without overflow; shown when this returns. */
  function most(count, box, show) {
    let low = 0, high = count;
    show(high);
    if (!over(box)) return high;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      show(middle);
      if (over(box)) high = middle - 1;
      else low = middle;
    }
    show(low);
    return low;
  }

  // A row is shortened more than once: its names are those it came with, never those that an earlier step left.
  const whole = new WeakMap();
  const namesOf = (row) => whole.get(row) || whole.set(row, named(row)).get(row);

  /** The names of a row, each with the marks that belong to it: what stands between two commas, or a pair; and the rest. */
  function named(row) {
    const lead = [], names = [];
    let open = false, comma = row.querySelector(".g-pair") ? " " : ", ", rest = 0;
    for (const node of [...row.childNodes]) {
      const more = node.nodeType === 1 && /^(\d+) more$/.exec(node.textContent);
      if (node.nodeType === 1 && node.matches(".g-why, .g-how")) lead.push(node, " ");
      else if (more) rest = Number(more[1]);
      else if (node.nodeType === 3 && /^[,;]\s$/.test(node.data)) [open, comma] = [false, node.data];
      else if (node.nodeType === 1 && node.matches(".g-pair")) names.push([node]);
      else if (open) names.at(-1).push(node);
      else if (node.nodeType === 1 || node.data.trim()) {
        names.push([node]);
        open = true;
      }
    }
    return { row, lead, names, comma, rest };
  }

  /** Of one row at most `wanted` names, and how many more; “and 1 more” is no shorter than a name. */
  function cut(one, wanted) {
    const { row, lead, names, comma, rest } = one;
    one.shown = wanted + (rest ? 0 : 1) >= names.length ? names.length : wanted;
    const left = names.length - one.shown + rest;
    row.replaceChildren(...lead, ...names.slice(0, one.shown).flatMap((name, i) => (i ? [comma, ...name] : name)));
    if (left) row.append(` and\u00a0${left}\u00a0more`);
  }

  const namesIn = (box) => [...box.querySelectorAll(".g-names")].filter(visible).map(namesOf);

  /** Of each row of names the first, at least `few`, and how many more; the fewest left out with which all fits. */
  function names(box, few) {
    const rows = namesIn(box), longest = Math.max(0, ...rows.map((one) => one.names.length));
    most(Math.max(0, longest - few), box, (more) => { for (const one of rows) cut(one, few + more); });
  }

  /** Row by row, the one that lacks least first, the names for which the others have left room. */
  function grow(box) {
    const lacking = namesIn(box).filter((one) => one.shown < one.names.length);
    for (const one of lacking.sort((a, b) => a.names.length - a.shown - (b.names.length - b.shown))) {
      const least = one.shown;
      most(one.names.length - least, box, (more) => cut(one, least + more));
    }
  }

  const GROUPS = ".g-offer-month, .g-index section, .g-index details, .g-facet";

  /** Items below each other: the first that fit, and how many more; columns beside each other keep equally many each. */
  function rows(box, selector, frame = box) {
    const columns = [...box.querySelectorAll(".g-column")];
    const parts = (columns.length > 1 ? columns : [box]).map((one) => shortened(one, selector)).filter(({ count }) => count);
    const show = (n) => {
      for (const part of parts) part.show(n);
      keyed(box);
    };
    return { shown: most(Math.max(0, ...parts.map(({ count }) => count)), frame, show) };
  }

  /** Of a list that is what the canvas is about: how many of how many; of any other nothing. */
  function counted(box, shown) {
    const list = box.querySelector(".g-hits, .g-offers, .g-index, .g-agreements"), figure = box.closest("figure");
    return list && figure ? `The first ${shown} of ${figure.dataset.all}` : "";
  }

  /** How many more there are, and of what. */
  function more(count, named) {
    const [one, many = one] = named ? named.dataset.more.split("|") : [""];
    return `and ${count.toLocaleString("en")} more ${count === 1 ? one : many}`.trim();
  }

  /** How many items a list has, and how to show its first; a group or a heading without any left goes as a whole. */
  function shortened(box, selector) {
    const found = [...box.querySelectorAll(selector)].filter((node) => visible(node) && !node.parentElement.closest(`${selector}, .g-key`));
    const groups = [...box.querySelectorAll(GROUPS)].filter((group) => found.some((node) => group.contains(node)));
    const headed = [...box.querySelectorAll("h2, h3")].map((head) => [head, head.nextElementSibling])
      .filter(([, under]) => under && under.matches("ol, ul") && found.some((node) => under.contains(node)));
    const last = note("");
    const named = box.closest("[data-more]") || box.querySelector("[data-more]");
    const total = Number((box.querySelector("[data-of]") || { dataset: { of: found.length } }).dataset.of);
    const parent = found.length && found[0].parentElement;
    const home = parent && found.every((node) => node.parentElement === parent) && (parent.closest("table") || parent);
    if (home && home !== box) home.after(last);
    else if (found.length) box.append(last);
    const show = (n) => {
      found.forEach((node, index) => node.classList.toggle("gone", index >= n));
      for (const group of groups) group.classList.toggle("gone", !found.some((node, index) => index < n && group.contains(node)));
      for (const [head, under] of headed) {
        const isEmpty = !found.some((node, index) => index < n && under.contains(node));
        for (const node of [head, under]) node.classList.toggle("gone", isEmpty);
      }
      last.textContent = n < total ? counted(box, n) || more(total - n, named) : "";
      last.classList.toggle("gone", n >= total);
    };
    return { count: found.length, show };
  }

  /** The table of boxes: the first actors that fit, and of those spoken of the ones of whom these speak. */
  function matrix(box) {
    const lines = [...box.querySelectorAll("tbody tr")], frame = box.querySelector(".g-within");
    const heads = [...box.querySelectorAll("thead th")].slice(1);
    const last = note("x"), beyond = box.querySelector(".g-note"), others = beyond ? parseInt(beyond.textContent, 10) : 0;
    box.append(last);
    const isOver = () => over(box) || frame.scrollWidth > box.clientWidth + SLACK || frame.scrollHeight > frame.clientHeight + SLACK;
    let down = lines.length, across = heads.length;
    const show = () => {
      let left = across;
      const spoken = heads.map((_, i) => lines.slice(0, down).some((line) => line.cells[i + 1].querySelector("a")) && (left -= 1) >= 0);
      lines.forEach((line, index) => {
        line.classList.toggle("gone", index >= down);
        [...line.cells].slice(1).forEach((cell, i) => cell.classList.toggle("gone", !spoken[i]));
      });
      heads.forEach((head, i) => head.classList.toggle("gone", !spoken[i]));
      const of = heads.length + others, isCut = down < lines.length || spoken.includes(false);
      last.textContent = isCut ? `Rows of ${down} and columns of ${spoken.filter(Boolean).length} of the ${of} that speak or are spoken of; the table has all.` : "";
      last.classList.toggle("gone", !isCut);
      if (beyond) beyond.classList.toggle("gone", isCut);
    };
    show();
    while (down > 1 && over(box)) down -= 1, show();
    while (across > 1 && isOver()) across -= 1, show();
    if (root.dataset.canvas === "card") [down, across] = roomiest((d, a) => { [down, across] = [d, a]; show(); return !isOver(); }, heads.length);
    show();
    grown(box, frame.querySelector("table"), down, isOver);
  }

  const FEW = 8;  // rows of a picture that is low, on which names of columns take as much room as rows

  /** Of the rows and columns with which all fits those that are most like a square, and then most boxes. */
  function roomiest(fits, columns) {
    const worth = ([down, across]) => Math.min(down, across) * 1000 + down * across;
    let best = [1, 1];
    for (let down = Math.min(FEW, columns); down > 0; down -= 1) {
      let across = columns;
      while (across > 1 && !fits(down, across)) across -= 1;
      if (fits(down, across) && worth([down, across]) > worth(best)) best = [down, across];
    }
    return best;
  }

  const LARGER = [1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1], WIDEST = 130, HIGHEST = 26;

  /** A table as much larger as its place allows: how many times. */
  function zoomed(table, isOver) {
    return LARGER.find((times) => { table.style.zoom = times; return !isOver(); }) || (table.style.zoom = 1);
  }

  /** Boxes that leave room are drawn larger, then wider and higher: they fill their place, though not without measure. */
  function grown(box, table, down, isOver) {
    const larger = zoomed(table, isOver);
    const columns = [...table.rows[0].cells].filter((cell) => cell.offsetWidth).length;
    const most = Math.min(box.clientWidth, columns * WIDEST * larger) / larger;
    if (most > table.offsetWidth) table.style.width = `${Math.floor(most)}px`;
    const low = Math.floor(table.tBodies[0].offsetHeight / down);
    for (let high = HIGHEST; high > low; high -= 1) {
      table.style.setProperty("--row", `${high}px`);
      if (!isOver()) break;
      table.style.removeProperty("--row");
    }
  }

  /** A table that is too wide goes without its last columns, and names them. */
  function columns(box) {
    const table = box.querySelector(".grid, .g-actors");
    if (!table || !visible(table)) return;
    const heads = [...table.querySelectorAll("thead th")].filter(visible), left = [];
    const last = note("x");
    table.after(last);
    const wide = () => table.offsetWidth > box.clientWidth + SLACK;
    for (let i = heads.length - 1; i > 1 && wide(); i -= 1) {
      for (const row of table.rows) row.cells[i].classList.add("gone");
      left.unshift(heads[i].textContent.trim());
    }
    last.textContent = left.length ? `Columns not shown: ${left.join(", ")}.` : "";
    last.classList.toggle("gone", !left.length);
  }

  /** Shortens a list in steps, the least harmful first: asides within it, then names, then whole items. */
  function list(box) {
    columns(box);
    const lists = (which, kind) => { for (const one of box.querySelectorAll(which)) one.classList.add(kind); };
    const paths = (kind) => lists(".g-paths", kind);
    const STEPS = [
      () => lists(".g-answers:not(.g-hanging)", "g-run"),
      () => hide(box, ".g-answers .g-quiet"),
      () => hide(box, ".g-answers .g-note"),
      () => hide(box, ".g-badge .g-whose"),
      () => undated(box),
      () => paths("g-terse"),
      () => paths("g-days"),
      () => paths("g-letters"),
      () => names(box, 3),
      () => names(box, 1),
      // the numbers alone stand beside conditions already, as bars
      () => document.body.dataset.shape !== "conditions" && hide(box, ".g-answer .g-names, .g-entry .g-names"),
      () => rows(box, "li, tbody tr, .g-answer, .g-entry, .g-badge, article, .g-index details"),
    ];
    for (const step of STEPS) if (over(box)) step();
    if (!over(box)) grow(box);
    const actors = box.querySelector(".g-actors"), wide = (node) => node.getBoundingClientRect().width;
    if (actors) zoomed(actors, () => over(box) || wide(actors) > wide(box) + SLACK);
  }

  function contentHeight(box) {
    const frame = box.getBoundingClientRect(), unit = frame.height / box.offsetHeight || 1;
    const bottoms = [...box.querySelectorAll("*")].filter(visible).map((node) => node.getBoundingClientRect().bottom);
    return (Math.max(frame.top, ...bottoms) - frame.top) / unit + 1;
  }

  /** A profile is many sections: its strips first, then as many whole ones as fit; the others are named. */
  function profile(box) {
    const lead = box.querySelector(".g-profile"), all = [...box.querySelectorAll("section.g-part-of")].filter(visible);
    // the proof names the sources
    const telling = all.filter((one) => !/^Sources/.test((one.querySelector("h2, h3") || one).textContent.trim()));
    const drawn = (one) => one.querySelector(".g-strips, .g-months, .g-tone-table");
    const ranked = [...telling.filter(drawn), ...telling.filter((one) => !drawn(one))];
    for (const one of all) one.classList.add("gone");
    const last = note("x");
    lead.append(last);
    const hasRoom = (one) => {
      one.classList.remove("gone");
      if (!over(box)) return true;
      const few = rows(one, "li, tbody tr, .g-lane, .g-answer", box);
      if (!over(box) && few.shown > 1) return true;
      one.classList.add("gone");
      return false;
    };
    // of two actors the positions alone before the strips go
    const first = ranked[0], two = lead.querySelector(".g-lead-two");
    if (first && two && root.dataset.canvas === "tall") signed(first, two);
    if (first && two) keyedOnce(first);
    const spared = [() => {}, () => hide(lead, ".g-lead-two .g-headline p:not(.g-word)"), () => hide(lead, ".g-lead-two .g-others")];
    const isFirst = first && (two ? spared : spared.slice(0, 1)).some((spare) => {
      for (const node of first.querySelectorAll(".more")) node.remove();
      for (const node of first.querySelectorAll(".gone")) node.classList.remove("gone");
      spare();
      return hasRoom(first);
    });
    for (const node of [...lead.querySelectorAll(".g-facts > *")].slice(1).reverse()) if (over(box)) node.classList.add("gone");
    const left = ranked.filter((one) => (one === first ? !isFirst : !hasRoom(one)));
    if (root.dataset.canvas === "card") return;
    const titles = left.map((one) => (one.querySelector("h2, h3") || one).textContent.trim()).filter(Boolean);
    last.textContent = titles.length ? `Also on this page: ${titles.join(" · ")}` : "";
    while (over(box) && titles.pop()) last.textContent = `Also on this page: ${titles.join(" · ")} and more`;
  }

  /** Below each other, the columns of two actors need their names again. */
  function signed(section, two) {
    const names = [...two.children].map((one) => (one.querySelector("h2, h3") || one).textContent);
    section.querySelectorAll(".g-column").forEach((column, i) => {
      const head = document.createElement("h3");
      head.textContent = names[i] || "";
      column.prepend(head);
    });
  }

  /** The strips of two actors have one key below both, each entry once, in the order that it has in either. */
  function keyedOnce(section) {
    const [key, ...others] = section.querySelectorAll(".g-column > .g-key");
    if (!key) return;
    for (const other of others) {
      let last = null;
      for (const entry of [...other.children]) {
        const known = [...key.children].find((one) => one.dataset.seen === entry.dataset.seen);
        if (!known) last ? last.after(entry) : key.prepend(entry);
        last = known || entry;
      }
      other.remove();
    }
    section.append(key);
  }

  function hide(box, selector) {
    for (const node of box.querySelectorAll(selector)) node.classList.add("gone");
  }

  /** Names without the months of older words: they stay in italics. */
  function undated(box) {
    for (const month of box.querySelectorAll(".g-answers .g-aged small")) {
      month.previousSibling.remove();
      month.remove();
    }
  }

  /** A word that its stretch of a strip cuts off is left out: the colour stays, and the key has its word. */
  function strips() {
    for (const word of document.querySelectorAll(".g-period > *, .g-axis > *")) {
      if (!visible(word) || word.matches(".g-unseen")) continue;
      const isOut = word.getBoundingClientRect().right > word.parentElement.getBoundingClientRect().right + SLACK;
      if (isOut || word.scrollWidth > word.clientWidth + SLACK) word.style.visibility = "hidden";
    }
  }

  /** A key has what is seen alone: no entry of what had no room, none of what another key says already. */
  function keyed(box = document) {
    for (const entry of box.querySelectorAll("[data-seen]")) {
      const scope = entry.closest(".g-column, .g-part-of, .exhibit"), seen = scope.querySelectorAll(entry.dataset.seen);
      entry.classList.toggle("gone", ![...seen].some((node) => visible(node) && !node.closest(".g-key")));
    }
    const told = new Set();
    for (const entry of document.querySelectorAll(".g-key li")) {
      const words = entry.textContent.trim();
      if (entry.dataset.seen && told.has(words)) entry.classList.add("gone");
      else if (visible(entry)) told.add(words);
    }
  }

  /** The reading in as many of its sentences as what it stands below leaves room for. */
  function readOn() {
    const reading = document.querySelector(".reading[data-longer]");
    const boxes = [...document.querySelectorAll("figure > .body, .aside")].filter(visible);
    for (const words of reading ? JSON.parse(reading.dataset.longer) : []) {
      const before = reading.textContent;
      reading.textContent = words;
      if (!boxes.some(over)) continue;
      reading.textContent = before;
      return;
    }
  }

  /** What a card of words leaves free is theirs, in larger type. */
  function larger(box) {
    const parts = [...box.children].filter(visible);
    LARGER.find((k) => { for (const part of parts) part.style.zoom = k; return !over(box); });
  }

  const ROOMIER = [1.2, 1.15, 1.1, 1.05, 1];

  function fit() {
    readable();
    strips();
    for (const box of document.querySelectorAll(".aside, figure:not(:has(#chart)) > .body, figure:has(> .grid)")) if (visible(box)) (box.querySelector(".g-profile") ? profile : box.querySelector(".g-matrix") ? matrix : list)(box);
    keyed();
    readOn();
    for (const box of root.dataset.canvas === "card" ? document.querySelectorAll("figure:not(:has(#chart)) > .body") : []) if (visible(box) && ![...box.querySelectorAll("table, .g-months")].some(visible)) larger(box);
    const aside = [...document.querySelectorAll(".aside")].find(visible);
    if (aside && root.dataset.canvas === "tall") {
      // what the list leaves of its share is the chart's, or where that has enough the list's own, in larger type
      if (getComputedStyle(root).getPropertyValue("--chart")) ROOMIER.find((k) => { aside.firstElementChild.style.zoom = k; return !over(aside); });
      aside.parentElement.style.gridTemplateRows = `auto minmax(0, 1fr) ${Math.ceil(contentHeight(aside))}px`;
    }
  }

  return { fit, note, least };
})();
