// Other ways to write a word: archivist/search/variants.py, in step with it.
"use strict";
(() => {
  const HYPHEN = /^[-\u2010\u2011]$/;
  const MOST_PARTS = 4;

  // Words that hyphens join, as one: { term, first, last, start, end }, of two to four of a text's tokens.
  const compounds = (text, placed) => {
    const found = [];
    if (!/[-\u2010\u2011]/.test(text)) return found;
    let first = 0;
    placed.forEach((token, last) => {
      if (last + 1 < placed.length && HYPHEN.test(text.slice(token.end, placed[last + 1].start))) return;
      const parts = placed.slice(first, last + 1);
      const term = parts.map((part) => part.term).join("");
      if (parts.length > 1 && parts.length <= MOST_PARTS && !/^\p{Nd}+$/u.test(term) && !parts.some((part) => part.paired)) {
        found.push({ term, first, last, start: parts[0].start, end: token.end });
      }
      first = last + 1;
    });
    return found;
  };

  // A word in lower case with its accents, composed; empty where it has none.
  const accented = (word) => {
    const lower = word.replace(/['\u2019\u02bc][sS]$/, "").normalize("NFKD").toLowerCase().replace(/[!'\u2019\u02bc\u00ad\u200c\u200d\u2060]/g, "");
    return /[\u0300-\u036fđøł]/.test(lower) ? lower.normalize("NFC") : "";
  };

  Object.assign(window.archiveSearch, { accented, compounds });
})();
