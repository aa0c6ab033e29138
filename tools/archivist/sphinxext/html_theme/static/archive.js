// What a document's page can do: cards for mentions, notes to show and hide, verbatim copying, verifying.
// The text itself is never changed: every control lives outside `.source-text`. No request is made.
"use strict";
(() => {
  const text = document.querySelector(".source-text");
  const find = (selector, root = document) => root.querySelector(selector);

  // --- the reading text, as a string and by offset -----------------------------------------------------------------

  const readingText = () => {
    const characters = Array.from(text.textContent);
    for (const offset of (text.dataset.null || "").split(" ").filter(Boolean)) {
      if (characters[Number(offset)] === "\ufffd") characters[Number(offset)] = "\0"; // the stand-in, see the page
    }
    return characters.join("");
  };

  const slice = (range) => {
    const part = document.createRange();
    part.selectNodeContents(text);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
      part.setStart(range.startContainer, range.startOffset);
    }
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    return part.cloneContents().textContent;
  };

  // Browsers copy no-break spaces as spaces; a quotation must keep the source's own characters.
  const onCopy = (event) => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    event.clipboardData.setData("text/plain", slice(range));
    event.preventDefault();
  };

  // --- verifying ---------------------------------------------------------------------------------------------------

  // SHA-256 (FIPS 180-4), for pages without crypto.subtle: plain http is no secure context.
  const primes = (count) => {
    const found = [];
    for (let n = 2; found.length < count; n += 1) if (found.every((p) => n % p)) found.push(n);
    return found;
  };
  const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;
  const rotate = (x, n) => (x >>> n) | (x << (32 - n));

  const padded = (bytes) => {
    const length = ((bytes.length + 8) >> 6) * 64 + 64;
    const view = new DataView(new ArrayBuffer(length));
    bytes.forEach((byte, index) => view.setUint8(index, byte));
    view.setUint8(bytes.length, 0x80);
    view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(length - 4, (bytes.length << 3) >>> 0);
    return view;
  };

  const compress = (hash, constants, schedule) => {
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i += 1) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + constants[i] + schedule[i]) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    return [a, b, c, d, e, f, g, h].map((word, i) => (word + hash[i]) | 0);
  };

  const sha256 = (bytes) => {
    const constants = primes(64).map((p) => fraction(Math.cbrt(p)));
    let hash = primes(8).map((p) => fraction(Math.sqrt(p)));
    const view = padded(bytes);
    const schedule = new Int32Array(64);
    for (let block = 0; block < view.byteLength; block += 64) {
      for (let i = 0; i < 16; i += 1) schedule[i] = view.getInt32(block + i * 4);
      for (let i = 16; i < 64; i += 1) {
        const [x, y] = [schedule[i - 15], schedule[i - 2]];
        const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
        const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
        schedule[i] = (schedule[i - 16] + s0 + schedule[i - 7] + s1) | 0;
      }
      hash = compress(hash, constants, schedule);
    }
    return hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  const digest = async (bytes) => {
    if (!window.crypto || !window.crypto.subtle) return sha256(bytes);
    const hash = await window.crypto.subtle.digest("SHA-256", bytes);
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  window.archiveDigest = digest; // the page that verifies quotations needs it too

  const verify = async (button) => {
    const verdict = find(".archive-verdict", button.parentElement);
    const found = await digest(new TextEncoder().encode(readingText()));
    const same = found === text.dataset.textSha256;
    verdict.dataset.verdict = same ? "exact" : "altered";
    verdict.textContent = same
      ? `Exact: the text shown has the SHA-256 recorded, ${found.slice(0, 16)}…`
      : `Altered: expected ${text.dataset.textSha256}, found ${found}`;
  };

  // --- notes, links, copying ---------------------------------------------------------------------------------------

  const toggle = (button, className) => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    text.classList.toggle(className, on);
  };

  // navigator.clipboard needs a secure context; a selection and the old command work everywhere.
  const copy = async (button) => {
    const element = document.getElementById(button.dataset.copies);
    const verdict = find(".archive-verdict", button.parentElement);
    const selection = document.getSelection();
    selection.selectAllChildren(element);
    let done = document.execCommand("copy");
    if (!done && navigator.clipboard) {
      done = await navigator.clipboard.writeText(element.textContent).then(() => true, () => false);
    }
    verdict.textContent = done ? "Copied" : "Selected: press Ctrl+C";
  };

  const changeTheme = () => {
    const root = document.documentElement;
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("archive-theme", root.dataset.theme);
    } catch {
      // No storage: the choice lasts as long as the page.
    }
  };

  const actions = {
    copy,
    links: (button) => toggle(button, "show-links"),
    notes: (button) => toggle(button, "show-notes"),
    theme: changeTheme,
    verify,
  };

  // --- cards -------------------------------------------------------------------------------------------------------

  const card = document.createElement("aside");
  card.className = "archive-popup";
  card.hidden = true;
  card.id = "archive-popup";
  card.setAttribute("role", "note");
  let opener = null;

  const closeCard = () => {
    card.hidden = true;
    if (opener) opener.removeAttribute("aria-describedby");
    opener = null;
  };

  const place = (link) => {
    const box = link.getClientRects()[0];
    const width = Math.min(360, document.documentElement.clientWidth - 16);
    card.style.width = `${width}px`;
    const left = Math.min(box.left, document.documentElement.clientWidth - width - 8);
    const below = box.bottom + card.offsetHeight + 8 < window.innerHeight || box.top < card.offsetHeight + 8;
    card.style.top = `${window.scrollY + (below ? box.bottom + 4 : box.top - card.offsetHeight - 4)}px`;
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
  };

  const counted = (entry) => {
    const counts = (window.archiveCounts || {})[entry];
    if (!counts) return "";
    const [mentions, documents] = counts;
    return `mentioned ${mentions} time${mentions === 1 ? "" : "s"} in ${documents} document${documents === 1 ? "" : "s"}`;
  };

  // The list of what the page mentions says it once for all links to the same entry.
  const items = new Map();
  for (const item of document.querySelectorAll("[data-card]")) {
    items.set(find(".archive-name", item).getAttribute("href"), item);
  }

  const mentionCard = (link) => {
    const item = items.get(link.getAttribute("href"));
    const parts = [".archive-name", ".archive-expansion", ".archive-muted", ".archive-summary"].map((part) => item && find(part, item));
    const nodes = parts.filter(Boolean).map((part) => part.cloneNode(true));
    const count = document.createElement("span");
    count.className = "archive-muted";
    count.textContent = item ? counted(item.dataset.card) : "";
    return [...nodes, count];
  };

  const unresolvedCard = (link) => {
    const name = document.createElement("span");
    name.textContent = link.classList.contains("ambiguous")
      ? "Ambiguous: it cannot be known which entry is meant, so none is linked."
      : "Unmatched: the glossary has no entry for this.";
    return [name];
  };

  const noteCard = (mark) => {
    const item = find(mark.getAttribute("href")).cloneNode(true);
    item.removeAttribute("id");
    return Array.from(item.childNodes).filter((node) => !(node.classList && node.classList.contains("archive-back")));
  };

  const openCard = (link) => {
    if (opener === link) return;
    closeCard();
    const make = link.matches(".note-mark") ? noteCard : link.matches(".linked") ? mentionCard : unresolvedCard;
    card.replaceChildren(...make(link));
    card.hidden = false;
    place(link);
    opener = link;
    link.setAttribute("aria-describedby", card.id);
  };

  const carded = (target) => target.closest && target.closest(".source-text a.mention, .source-text a.note-mark");

  const wireCards = () => {
    document.body.append(card);
    let touched = false;
    let timer = 0;
    document.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
      if (!card.hidden && !card.contains(event.target) && !carded(event.target)) closeCard();
    });
    text.addEventListener("pointerover", (event) => {
      const link = carded(event.target);
      if (!link || event.pointerType === "touch") return;
      clearTimeout(timer);
      timer = setTimeout(openCard, 150, link);
    });
    const leave = (event) => {
      if (event.pointerType === "touch" || (event.relatedTarget && card.contains(event.relatedTarget))) return;
      clearTimeout(timer);
      timer = setTimeout(closeCard, 250);
    };
    text.addEventListener("pointerout", leave);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    text.addEventListener("focusin", (event) => {
      const link = carded(event.target);
      if (link && !touched) openCard(link);
    });
    text.addEventListener("focusout", (event) => {
      if (!card.contains(event.relatedTarget)) closeCard();
    });
    // A first touch opens the card, whose title leads on; a second touch, or a pointer, follows the link.
    text.addEventListener("click", (event) => {
      const link = carded(event.target);
      if (!link || !touched || opener === link) return;
      event.preventDefault();
      openCard(link);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !card.hidden) closeCard();
    });
  };

  // --- the list of documents ---------------------------------------------------------------------------------------

  const wireFilter = (form) => {
    const list = find(".archive-filtered");
    const items = Array.from(list.children);
    const orders = {
      newest: () => [...items].reverse(),
      oldest: () => items,
      title: () => [...items].sort((a, b) => a.textContent.localeCompare(b.textContent)),
    };
    const apply = () => {
      const words = form.elements.words.value.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
      const shown = (item) => words.every((word) => item.textContent.toLocaleLowerCase().includes(word));
      for (const item of items) item.hidden = !shown(item);
      list.replaceChildren(...orders[form.elements.order.value]());
      find("output", form).textContent = `${items.filter((item) => !item.hidden).length} of ${items.length}`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  // --- wiring ------------------------------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-action]");
    if (button) actions[button.dataset.action](button);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      find("#archive-q").focus();
    }
  });
  if (text) {
    text.classList.add("show-links");
    document.addEventListener("copy", onCopy);
    wireCards();
  }
  for (const block of document.querySelectorAll(".archive-main :is(pre, .pst-scrollable-table-container)")) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0; // what scrolls must be reached by keyboard
  }
  const form = find(".archive-filter");
  if (form) wireFilter(form);
})();
