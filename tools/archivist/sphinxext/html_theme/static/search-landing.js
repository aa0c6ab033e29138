// Coming from a result: the words that were searched for are marked in the text, whose elements stay as they are
// (CSS Custom Highlight API), and the first of the paragraph is brought into view.
"use strict";
(() => {
  const { told, marks, soughtBy } = window.archiveSearch;

  // Ranges of spans of an element's text, in one pass over its text nodes.
  const rangesOf = (element, spans) => {
    const ranges = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    let before = 0;
    const place = (offset, isEnd) => {
      while (node && offset - before >= node.length + (isEnd ? 1 : 0)) {
        before += node.length;
        node = walker.nextNode();
      }
      return [node, offset - before];
    };
    for (const [start, end] of spans) {
      const range = document.createRange();
      range.setStart(...place(start, false));
      range.setEnd(...place(end, true));
      ranges.push(range);
    }
    return ranges;
  };

  // The words of the source beside which an editor's note reads what was searched for.
  const notedRanges = (sought) =>
    [...document.querySelectorAll("#notes li")].flatMap((note) => {
      const reading = note.querySelector("strong");
      const words = document.getElementById(note.id.replace("note-", "n"));
      if (!reading || !words || !marks(reading.textContent, sought).spans.length) return [];
      const range = document.createRange();
      range.selectNodeContents(words);
      return [range];
    });

  const scrollTo = (range) => {
    const box = range.getBoundingClientRect();
    if (box.top < 80 || box.bottom > window.innerHeight - 40) window.scrollBy(0, box.top - window.innerHeight / 3);
  };

  const notice = (count, query, text) => {
    const line = document.createElement("p");
    line.className = "search-landing archive-muted";
    line.setAttribute("role", "status");
    const clear = Object.assign(document.createElement("button"), { type: "button", className: "search-copy", textContent: "Clear the marks" });
    clear.addEventListener("click", () => {
      CSS.highlights.delete("archive-search");
      line.remove();
    });
    line.append(`${count} place${count === 1 ? "" : "s"} marked for “${query.slice(0, 80)}”. `, clear);
    text.before(line);
  };

  const land = async (query, text) => {
    if (!window.CSS || !CSS.highlights) return;
    const sought = soughtBy(await told(query));
    const { spans } = marks(text.textContent, sought);
    const ranges = [...rangesOf(text, spans), ...notedRanges(sought)];
    if (!ranges.length) return;
    CSS.highlights.set("archive-search", Object.assign(new Highlight(...ranges), { priority: 1 })); // over a passage
    notice(ranges.length, query, text);
    const target = /^#p\d+$/.test(location.hash) ? document.querySelector(location.hash) : text;
    const first = ranges.find((range) => !target || target.contains(range.startContainer));
    if (target && target !== text) target.scrollIntoView();
    if (first) scrollTo(first);
  };

  window.archiveSearch.land = land;
})();
