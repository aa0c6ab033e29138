// A document's passages: marks the one that the address names, and offers citations of what a reader selects or of a
// paragraph whose number is activated. The text is never changed: marks are drawn by the CSS Custom Highlight API.
// Offsets of identifiers are code points; those of the page's strings are UTF-16 units.
"use strict";
(() => {
  const text = document.querySelector(".source-text");
  const card = document.querySelector("#cite");
  if (!text || !card) return;
  const whole = text.textContent;
  const places = window.archivePassages;
  const root = document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");
  const { code, address } = card.dataset;
  const styles = JSON.parse(card.dataset.styles || "[]"); // [key, name]; the first is the one taken without a choice
  const id = text.dataset.id;
  const bound = `${code ? `${code}:` : ""}${id}@${text.dataset.textSha256.slice(0, 16)}`;

  // --- places ------------------------------------------------------------------------------------------------------

  const rangeOf = (start, end) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
      if (at <= start && start < at + node.length) range.setStart(node, start - at);
      if (at < end && end <= at + node.length) {
        range.setEnd(node, end - at);
        break;
      }
    }
    return range;
  };

  // Paragraphs as [start, end] in units; their first pieces carry ids, and what a paragraph holds is in one element.
  const paragraphs = [];
  {
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const element of text.querySelectorAll(".paragraph[id]")) {
      range.setEndBefore(element);
      const start = range.toString().length;
      paragraphs.push([start, start + element.textContent.length]);
    }
  }

  // Without blanks at either end, and wide enough to cut no character in two.
  const tidied = (start, end) => {
    const blank = (at) => /[\s\u200b\ufeff]/.test(whole[at]);
    while (start < end && blank(start)) start += 1;
    while (end > start && blank(end - 1)) end -= 1;
    if (start === end) return null;
    return places.whole(whole, [start, end]);
  };

  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0).cloneRange();
    if (!range.intersectsNode(text)) return null;
    const inside = document.createRange();
    inside.selectNodeContents(text);
    if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0) inside.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0) inside.setEnd(range.endContainer, range.endOffset);
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(inside.startContainer, inside.startOffset);
    const start = before.toString().length;
    return tidied(start, start + inside.toString().length);
  };

  // --- passages ----------------------------------------------------------------------------------------------------

  // A passage: its locator as in an address, its units, the first and the last paragraph that it lies in.
  const between = ([start, end]) => {
    const at = (place) => Math.max(1, paragraphs.filter(([begin]) => begin <= place).length);
    const [first, last] = [at(start), at(end - 1)];
    const wholes = paragraphs.length && start <= paragraphs[first - 1][0] && end >= paragraphs[last - 1][1];
    const locator = wholes ? paragraphLocator(first, last) : `#c${places.codePoints(whole, start)}-${places.codePoints(whole, end)}`;
    return { locator, start, end, first, last, wholes };
  };
  const paragraphLocator = (first, last) => `#p${first}${last > first ? `-${last}` : ""}`;
  const numbered = (first, last) => ({
    locator: paragraphLocator(first, last), start: paragraphs[first - 1][0], end: paragraphs[last - 1][1], first, last, wholes: true,
  });

  // The passage that a fragment names; null where it names none, { reason, nearest } where it cannot be.
  const read = (written) => {
    const locator = places.parse(written);
    if (!locator) return malformed(written);
    const found = places.resolve(whole, paragraphs, locator);
    if (found.reason) return { ...found, reason: `This is no passage of the text: ${places.print(locator)} ${found.reason}.` };
    const [start, end] = found.span;
    return locator.kind === "p" ? numbered(locator.first, locator.last) : { ...between(found.span), locator: places.print(locator), wholes: false, start, end };
  };

  // What is like a locator and is none: "#c5", "#p3x", "#P3". Anything else is the address of another thing.
  const malformed = (written) => {
    const meant = places.meant(written);
    if (!meant || document.getElementById(written.slice(1))) return null;
    const reason = `This is no address of a passage: ${written}. Paragraphs are written #p12 or #p12-14, characters #c232-250.`;
    return { reason, nearest: places.nearest(whole, paragraphs, meant) };
  };

  const highlight = (passage) => {
    if (!window.CSS || !CSS.highlights) {
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(rangeOf(passage.start, passage.end));
    } else CSS.highlights.set("archive-passage", new Highlight(rangeOf(passage.start, passage.end)));
  };

  const unmark = () => window.CSS && CSS.highlights && CSS.highlights.delete("archive-passage");

  const notice = document.createElement("p");
  notice.className = "archive-passage-notice archive-muted";
  notice.setAttribute("role", "status");

  const nearestLink = (locator) => element("a", { href: locator, textContent: bound + locator });

  const land = () => {
    const passage = read(location.hash);
    unmark();
    notice.textContent = "";
    if (!passage) return;
    if (passage.reason) {
      notice.append(passage.reason);
      if (passage.nearest) notice.append(" The nearest: ", nearestLink(places.print(passage.nearest)), ".");
      notice.scrollIntoView({ block: "center" });
      return;
    }
    notice.append(`Marked: ${bound}${passage.locator} `, button("Cite this passage", () => open(passage)), button("Clear the mark", unmark));
    highlight(passage);
    const box = rangeOf(passage.start, passage.end).getBoundingClientRect();
    window.scrollTo(window.scrollX, window.scrollY + box.top - Math.max(80, (window.innerHeight - box.height) / 3));
  };

  // --- citations ---------------------------------------------------------------------------------------------------

  let citations = null;
  const loadCitations = () => {
    citations ||= new Promise((resolve, reject) => {
      window.archiveCitations = { put: (_id, _of, value) => resolve(value) };
      const script = document.createElement("script");
      script.src = `${root}citations/${id}.js`;
      script.addEventListener("error", () => reject(new Error("no citations")));
      document.head.append(script);
    });
    return citations;
  };

  let style = "";
  try {
    style = localStorage.getItem("archive-style") || "";
  } catch {
    // No storage: the choice lasts as long as the page.
  }
  if (!styles.some(([key]) => key === style)) style = "";
  const choose = (key) => {
    style = key;
    try {
      localStorage.setItem("archive-style", key);
    } catch {
      // As above.
    }
    for (const select of document.querySelectorAll("select.archive-style")) select.value = key || select.options[0].value;
  };

  // A passage within one part is cited as of that part; all the paragraphs of a part cite the part.
  const cited = (found, passage) => {
    const { first, last, wholes } = passage || { first: 0, last: 0 };
    const part = passage && found.works.slice(1).find((work) => work.first <= first && last <= work.last);
    const isPart = part && wholes && part.first === first && part.last === last;
    const { entry, plain, before, one, several, after } = (part || found.works[0]).styles[style || styles[0][0]];
    const words = entry.replaceAll(`${code}:${id}`, bound + (passage ? passage.locator : ""));
    if (!passage || isPart || !one) return [words, plain];
    const label = last > first ? `${several}${first}–${last}` : `${one}${first}`;
    const note = before + label + after;
    return [words, note.replaceAll(`${code}:${id}`, bound + passage.locator)];
  };

  const fill = (element, html) => {
    const template = document.createElement("template");
    template.innerHTML = html; // our own file: words escaped, and no elements but i, b, sup, sub, small
    element.replaceChildren(template.content);
  };

  // --- elements ----------------------------------------------------------------------------------------------------

  function button(label, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "archive-button", textContent: label });
    made.addEventListener("click", act);
    return made;
  }

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const copier = (copies, label) => {
    const made = button("Copy", () => {});
    Object.assign(made.dataset, { action: "copy", copies });
    made.setAttribute("aria-label", `Copy: ${label}`);
    return element("span", { className: "archive-copier" }, made, element("output", { className: "archive-verdict", ariaLive: "polite" }));
  };

  const row = (label, key) =>
    element("div", { className: "archive-cited-row" },
      element("strong", { textContent: label }), element("p", { id: key, className: "archive-citation" }), copier(key, label));

  const chooser = (changed, first) => {
    const select = element("select", { className: "archive-style" });
    for (const [key, name] of [...first, ...styles]) select.append(element("option", { value: key, textContent: name }));
    select.value = style || select.options[0].value;
    select.addEventListener("change", () => {
      choose(select.value);
      changed();
      refreshCard().catch(() => {});
    });
    return element("label", { className: "archive-style-choice" }, "Style ", select);
  };

  // --- the panel ---------------------------------------------------------------------------------------------------

  const panel = element("aside", { className: "archive-panel", hidden: true, tabIndex: -1 });
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-labelledby", "archive-panel-heading");
  const [from, to] = ["From", "to"].map((name) => element("input", { type: "number", min: 1, max: paragraphs.length, ariaLabel: `${name} paragraph` }));
  const rows = element("div", {});
  const fault = element("p", { className: "archive-warning", hidden: true });
  fault.setAttribute("role", "alert");
  let shown = null;
  let opener = null;

  const refresh = async () => {
    const passage = shown;
    const page = address || location.href.replace(/[?#].*$/, "");
    document.getElementById("passage-identifier").textContent = bound + passage.locator;
    document.getElementById("passage-address").textContent = page + passage.locator;
    for (const [input, number] of [[from, passage.first], [to, passage.last]]) if (Number(input.value) !== number) input.value = number;
    const found = await loadCitations().catch(() => null);
    if (!found || passage !== shown) return;
    const [entry, note] = cited(found, passage);
    fill(document.getElementById("passage-entry"), entry);
    fill(document.getElementById("passage-note"), note);
    const label = found.styles.find(([key]) => key === (style || styles[0][0]))[2];
    document.getElementById("passage-note").parentElement.hidden = !label;
    if (!label) return;
    document.getElementById("passage-note").previousElementSibling.textContent = label;
    document.querySelector("[data-copies=passage-note]").setAttribute("aria-label", `Copy: ${label}`);
  };

  // What is wrong with the paragraphs that are asked for; empty where nothing is.
  const wrongRange = () => {
    const numbers = [from, to].map((input) => (/^\d+$/.test(input.value) ? Number(input.value) : NaN));
    if (numbers.some((number) => !(number >= 1 && number <= paragraphs.length))) return `Give whole numbers of paragraphs, from 1 to ${paragraphs.length}.`;
    return numbers[0] > numbers[1] ? `Paragraph ${numbers[1]} comes before paragraph ${numbers[0]}: the last cannot precede the first.` : "";
  };

  // A citation of what is not asked for is not offered.
  const tell = (wrong) => {
    fault.textContent = wrong;
    fault.hidden = !wrong;
    rows.hidden = Boolean(wrong);
    for (const input of [from, to]) input.setAttribute("aria-invalid", String(Boolean(wrong)));
  };

  const build = () => {
    const span = element("p", { className: "archive-span" }, "Paragraphs ", from, " to ", to);
    span.hidden = !paragraphs.length;
    span.addEventListener("input", () => {
      const wrong = wrongRange();
      if (wrong) tell(wrong);
      else open(numbered(Number(from.value), Number(to.value)));
    });
    rows.append(
      row("Identifier", "passage-identifier"), row("Address", "passage-address"), chooser(refresh, []),
      row("Reference", "passage-entry"), row("In the text", "passage-note"));
    panel.append(
      element("h2", { id: "archive-panel-heading", textContent: "Cite this passage" }), button("Close", close), span, fault, rows);
    document.body.append(panel);
  };

  function open(passage) {
    if (!panel.isConnected) build();
    if (panel.hidden) opener = document.activeElement;
    shown = passage;
    panel.hidden = false;
    offer.hidden = true;
    tell("");
    highlight(passage);
    refresh();
    if (!panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
  }

  function close() {
    panel.hidden = true;
    offer.hidden = !selected();
    const back = [opener, tool].find((one) => one && one.isConnected && !one.hidden && one !== document.body);
    if (back) back.focus({ preventScroll: true });
  }

  // --- the document's own citation ---------------------------------------------------------------------------------

  const own = document.querySelector("#citation");
  const ownNote = element("p", { className: "archive-citation", id: "citation-note", hidden: true });
  const printed = own.textContent;
  const refreshCard = async () => {
    if (!style) {
      own.textContent = printed;
      ownNote.hidden = true;
      return;
    }
    const found = await loadCitations();
    const [entry, note] = cited(found, null);
    fill(own, entry);
    fill(ownNote, note);
    ownNote.hidden = !note;
  };

  // --- wiring ------------------------------------------------------------------------------------------------------

  const offer = button("Cite this passage", () => {
    open(between(selected()));
    opener = offer;
  });
  offer.classList.add("archive-offer");
  offer.hidden = true;
  offer.addEventListener("pointerdown", (event) => event.preventDefault()); // it would drop the selection
  text.after(offer);
  // While the panel is open it follows the selection; without marks of its own the selection is the mark, and stays.
  document.addEventListener("selectionchange", () => {
    const place = selected();
    offer.hidden = !panel.hidden || !place;
    if (panel.hidden || !place || !window.CSS || !CSS.highlights) return;
    const passage = between(place);
    if (passage.locator !== shown.locator || !fault.hidden) open(passage);
  });
  text.addEventListener("click", (event) => {
    const number = event.target.closest(".paragraph-number");
    if (!number) return;
    opener = number;
    open(numbered(Number(number.dataset.n), Number(number.dataset.n)));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
    // From words that are selected, the next stop is the offer to cite them.
    const isAtWords = document.activeElement.contains(text) || text.contains(document.activeElement);
    if (event.key === "Tab" && !event.shiftKey && !offer.hidden && isAtWords) {
      event.preventDefault();
      offer.focus({ preventScroll: true });
    }
  });
  const tool = document.querySelector('[data-passage="cite"]');
  if (tool) {
    tool.addEventListener("pointerdown", (event) => event.preventDefault());
    tool.addEventListener("click", () => {
      const place = selected();
      if (place || paragraphs.length) open(place ? between(place) : numbered(1, 1));
    });
  }
  text.before(notice);
  own.before(chooser(() => {}, [["", "plain"]]));
  own.after(ownNote);
  if (style) refreshCard().catch(() => {});
  window.addEventListener("hashchange", land);
  land();
})();
