// Other ways to write a word: archivist/search/variants.py, in step with it.
"use strict";
(() => {
  const HYPHEN = /^[-\u2010\u2011]$/;
  const MOST_PARTS = 4;
  const GROUPED = /(?<![\p{L}\p{N}_.,])([1-9][0-9]{0,2})(?:([.,'\u2019\u00a0\u2009\u202f])[0-9]{3})(?:\2[0-9]{3})*(?![\p{L}\p{N}_])/gu;

  // Words that hyphens join, as one, and numbers in groups: { term, first, last, start, end }, of two to four of a text's
  // tokens.
  const compounds = (text, placed) => {
    const found = [...grouped(text, placed)];
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
    return found.sort((one, other) => one.first - other.first);
  };

  // The numbers of a text whose thousands are parted.
  function* grouped(text, placed) {
    const numbers = [...text.matchAll(GROUPED)];
    const ends = numbers.length ? new Map(placed.map((token, at) => [token.end, at])) : null;
    for (const number of numbers) {
      const groups = number[0].match(/[0-9]+/g);
      const first = ends.get(number.index + number[1].length) ?? -1;
      const parts = first < 0 ? [] : placed.slice(first, first + groups.length);
      if (groups.length > MOST_PARTS || parts.length < groups.length || parts.some(({ term }, at) => term !== groups[at])) continue;
      yield { term: groups.join(""), first, last: first + groups.length - 1, start: parts[0].start, end: parts.at(-1).end };
    }
  }

  // A word in lower case with its accents, composed; empty where it has none.
  const accented = (word) => {
    const lower = word.replace(/['\u2019\u02bc][sS]$/, "").normalize("NFKD").toLowerCase().replace(/[!'\u2019\u02bc\u00ad\u200c\u200d\u2060]/g, "");
    return /[\u0300-\u036fđøł]/.test(lower) ? lower.normalize("NFC") : "";
  };

  Object.assign(window.archiveSearch, { accented, compounds });
})();
