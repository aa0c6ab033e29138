// Offers citations of what a reader selects or of a paragraph whose number is activated, and says what an address marks.
"use strict";
(() => {
  const places = window.archivePassages;
  if (!places.cited) return;
  const { bound, cited, digest, id, address, text, paragraphs, between, numbered, read, rangeOf, selected, stale, highlight, unmark } = places;
  const { button, chooser, element, fill, fillNote, load, noteLabel, restyle, row } = window.archiveCiting;

  // --- what the address marks --------------------------------------------------------------------------------------

  const notice = document.createElement("p");
  notice.className = "archive-passage-notice";
  notice.setAttribute("role", "status");

  // An address says to which text it is bound: places in another would be other words.
  const addressOf = (locator, page = "") => `${page || location.href.replace(/[?#].*$/, "")}?sha256=${digest}${locator}`;
  // To this page with another query, or none, a fragment alone would not lead.
  const nearestLink = (locator) => element("a", { href: stale() ? addressOf(locator) : locator, textContent: bound + locator });

  const refuse = (reason, locator, called) => {
    notice.className = "archive-passage-notice archive-warning";
    notice.append(reason);
    if (locator) notice.append(` ${called}: `, nearestLink(locator), ".");
    const show = () => notice.scrollIntoView({ block: "center" });
    show();
    window.addEventListener("load", () => setTimeout(show), { once: true }); // the browser goes to the fragment once more
  };

  const land = () => {
    const passage = read(location.hash);
    if (stale() && !panel.hidden) return; // what is cited here is of the text shown, whatever the address says
    unmark();
    notice.textContent = "";
    notice.className = "archive-passage-notice archive-muted";
    text.classList.toggle("is-stale", Boolean(stale()));
    if (passage && passage.reason) {
      refuse(passage.reason, passage.nearest && places.print(passage.nearest), "The nearest");
      return;
    }
    if (stale()) {
      refuse(stale(), passage && passage.locator, "The same place in this text");
      return;
    }
    if (!passage) return;
    notice.append(`Marked: ${bound}${passage.locator} `, button("Cite this passage", () => open(passage)), button("Clear the mark", unmark));
    highlight(passage);
    const box = rangeOf(passage.start, passage.end).getBoundingClientRect();
    window.scrollTo(window.scrollX, window.scrollY + box.top - Math.max(80, (window.innerHeight - box.height) / 3));
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
    document.getElementById("passage-identifier").textContent = bound + passage.locator;
    document.getElementById("passage-address").textContent = addressOf(passage.locator, address);
    for (const [input, number] of [[from, passage.first], [to, passage.last]]) if (Number(input.value) !== number) input.value = number;
    const found = await load(id).catch(() => null);
    if (!found || passage !== shown) return;
    const [entry, note] = cited(found, passage);
    fill(document.getElementById("passage-entry"), entry);
    fillNote(document.getElementById("passage-note").parentElement, noteLabel(found), note);
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
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The address changes before the panel opens: the browser's own move to a fragment takes the focus away.
    event.preventDefault();
    location.hash = number.hash;
    open(numbered(Number(number.dataset.n), Number(number.dataset.n)));
    opener = number;
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
  for (const part of document.querySelectorAll(".archive-outline [data-first]")) {
    const [first, last] = [Number(part.dataset.first), Number(part.dataset.last)];
    const cite = button("Cite", () => open(numbered(first, last)));
    cite.setAttribute("aria-label", `Cite: ${part.querySelector("a").textContent}`);
    part.append(" ", cite);
  }
  text.before(notice);
  restyle(document.querySelector("#citation"), id, (found) => cited(found, null));
  window.addEventListener("hashchange", land);
  land();
})();
