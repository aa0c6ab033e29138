// What a query asks for, and words for what was typed: archivist/search/asking.py and repairing.py, in step with them.
"use strict";
(() => {
  const { accented, compounds, tokens, index } = window.archiveSearch;
  const LONGEST = 64;
  const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/gu; // eslint-disable-line no-control-regex
  const QUOTES = "\"“”„«»";
  const ITEM = new RegExp(`(?:(?<![^ ])-)?[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)|[^ ${QUOTES}]+`, "gu");

  const typedAs = (surface) => ({ typed: accented(surface), isLower: surface === surface.toLowerCase() });

  const pieces = (item, number) => {
    const quoted = item[1] !== undefined;
    const before = item.input.slice(0, item.index).slice(-1);
    const excluded = item[0][0] === "-" && item[0].length > 1 && (before === "" || before === " ");
    const text = quoted ? item[1] : item[0];
    const words = tokens(text);
    if (!words.length) return [];
    const wholes = [];
    for (const { term, first, last } of compounds(text, words)) for (let at = first; at <= last; at += 1) wholes[at] = term;
    if (quoted || (excluded && words.length > 1)) {
      const whole = quoted || wholes.filter(Boolean).length < words.length ? "" : wholes[0];
      return [{ terms: words.map((word) => word.term), quoted: true, excluded, paired: false, item: number, typed: "", whole }];
    }
    return words.map(({ term, start, end, paired }, at) =>
      ({ terms: [term], quoted: false, excluded, paired, item: number, ...typedAs(text.slice(start, end)), whole: wholes[at] || "" }));
  };

  // The pieces of a query, with at most LONGEST terms.
  const asked = (query) => {
    const found = [];
    let room = LONGEST;
    for (const [number, item] of [...query.replace(BLANKS, " ").matchAll(ITEM)].entries()) {
      for (const piece of pieces(item, number)) {
        room -= piece.terms.length;
        if (room < 0) return found;
        found.push(piece);
      }
    }
    return found;
  };

  // --- words for what was typed ------------------------------------------------------------------------------------

  const least = (found) =>
    found.reduce((best, one) => (best && !precedes(one, best) ? best : one), null);
  const precedes = (one, other) => {
    for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return one[at] < other[at];
    return false;
  };

  const complete = async (typed) => {
    const words = await index.words(typed);
    const best = least(words.filter(([word]) => word.startsWith(typed)).map(([word, power]) => [-power, word]));
    return best ? best[1] : "";
  };

  const repair = async (typed) => {
    const letters = [...typed];
    if (letters.length < 4) return "";
    return (/^\p{L}+$/u.test(typed) && (await nearest(letters))) || complete(typed);
  };

  const nearest = async (letters) => {
    const most = letters.length >= 8 ? 2 : 1;
    for (const letter of new Set(letters.slice(0, 2))) {
      const words = (await index.words(letter)).map(([word, power]) => [slips(letters, [...word], most), -power, word]);
      const best = least(words.filter(([distance]) => distance <= most));
      if (best) return best[2];
    }
    return "";
  };

  // Letters to add, drop, change or swap, up to `most`; else a large number.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return 9;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row += 1) {
      const here = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const change = last[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
        let cost = Math.min(last[column] + 1, here[column - 1] + 1, change);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        here.push(cost);
      }
      if (Math.min(...here) > most) return 9;
      [before, last] = [last, here];
    }
    return last[other.length];
  };

  Object.assign(window.archiveSearch, { LONGEST, asked, complete, repair });
})();
