// A document's passages: what a reader selected and what an address names, and how it is marked. The text is never
// changed: marks are drawn by the CSS Custom Highlight API. Offsets of identifiers are code points; those of the page's
// strings are UTF-16 units.
"use strict";
(() => {
  const text = document.querySelector(".source-text");
  const card = document.querySelector("#cite");
  if (!text || !card) return;
  const whole = text.textContent;
  const places = window.archivePassages;
  const { code, address } = card.dataset;
  const id = text.dataset.id;
  const digest = text.dataset.textSha256.slice(0, 16);
  const bound = `${code ? `${code}:` : ""}${id}@${digest}`;

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

  // Why the address is not of the text that is shown; empty where it is, or is bound to no text.
  const stale = () => {
    const wanted = places.boundTo(location.search);
    if (wanted === null || places.isDigestOf(wanted, text.dataset.textSha256)) return "";
    if (!/^[0-9a-f]{16,64}$/i.test(wanted)) return `This address has no digest after sha256=: 16 to 64 hexadecimal digits are to stand there. So nothing is marked.`;
    return `This address is bound to another text than is shown here: its SHA-256 is to begin with ${wanted}, and begins with ${digest}. So nothing is marked.`;
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

  Object.assign(places, { bound, code, digest, id, address, text, paragraphs, between, numbered, read, rangeOf, stale, selected, highlight, unmark });
})();
