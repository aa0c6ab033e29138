// How texts are folded and compared. The same as archivist/passages (folding.py, comparing.py), which says why; a test
// holds the two together.
// Offsets here are UTF-16 units of a text; those that are given to people are code points.
"use strict";
window.archiveVerify = window.archiveVerify || {};
(() => {
  // --- folding -----------------------------------------------------------------------------------------------------

  const UNSEEN = "\u00ad\u200b\u2060\ufeff";
  const BLANK = "\\t\\n\\v\\f\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const MARKS = new Map([..."‘’‚‛′´`‹›"].map((mark) => [mark, "'"]).concat([..."“”„‟″«»"].map((mark) => [mark, '"']), [["…", "..."]]));
  const HYPHENS = new Map([["\u2010", "-"], ["\u2011", "-"]]);
  const FOLDED = new RegExp(`[${BLANK}${UNSEEN}]+|[\`\\u0080-\\u{10ffff}]`, "gu");
  const FOLDED_AWAY = new RegExp(`^[${BLANK}${UNSEEN}]+$`, "u");
  const LINE_END = /[\r\n\u2028\u2029\x85]/;
  const BEFORE = new RegExp(`^[${BLANK}${UNSEEN}]+`, "u");
  const AT_ENDS = new RegExp(`^[${BLANK}${UNSEEN}]+|[${BLANK}${UNSEEN}]+$`, "gu");
  const withoutBlanks = (quoted) => quoted.replace(AT_ENDS, "");
  const PASTED = new RegExp(`^([^${BLANK}]+)[${BLANK}]+([^${BLANK}][^]*)$`, "u");
  // A first word, and the words after it as they are; these are empty where there is but one.
  const firstAndRest = (pasted) => {
    const [, first = withoutBlanks(pasted), rest = ""] = PASTED.exec(pasted.replace(BEFORE, "")) || [];
    return [first, rest];
  };
  const SPACES = new RegExp(`^[${BLANK}]+$`, "u");
  const unseenGone = (piece) => [...piece].filter((character) => !UNSEEN.includes(character)).join("");

  // A quotation without what was put in at its line ends, in as many characters: marks of mail before its lines, and
  // hyphens that divide words, first as if every hyphen divided a word, then as if each belonged to it.
  const DIVIDED = /(?<=\p{L})[-\u2010][ \t]*(?:\r\n|[\r\n\u2028])[ \t]*(?=\p{L})/gu;
  const OF_MAIL = /(?:^|(?<=[\r\n]))[ \t]*>[> \t]*/g;
  const undivided = (quoted) => {
    const lines = quoted.replace(OF_MAIL, (found) => " ".repeat(found.length));
    const found = lines === quoted ? [] : [lines];
    if (lines.search(DIVIDED) < 0) return found;
    return [
      ...found,
      lines.replace(DIVIDED, (hyphen) => `\u00ad${hyphen.slice(1)}`),
      lines.replace(DIVIDED, (hyphen) => hyphen[0] + "\u200b".repeat(hyphen.length - 1)),
    ];
  };

  const foldPiece = (piece) => {
    if (MARKS.has(piece) || HYPHENS.has(piece)) return MARKS.get(piece) || HYPHENS.get(piece);
    if (!FOLDED_AWAY.test(piece)) return piece.normalize("NFD");
    if (piece[0] === "\u00ad" && LINE_END.test(piece)) return "";
    return unseenGone(piece) ? " " : "";
  };
  const fold = (text) => text.replace(FOLDED, foldPiece);

  const foldWithMap = (text) => {
    const pieces = [];
    const offsets = [];
    let copied = 0;
    for (const found of text.matchAll(FOLDED)) {
      const folded = foldPiece(found[0]);
      pieces.push(text.slice(copied, found.index), folded);
      for (let at = copied; at < found.index; at += 1) offsets.push(at);
      for (let left = folded.length; left > 0; left -= 1) offsets.push(found.index);
      copied = found.index + found[0].length;
    }
    pieces.push(text.slice(copied));
    for (let at = copied; at <= text.length; at += 1) offsets.push(at);
    return { text: pieces.join(""), offsets };
  };

  const kindOf = (source, quoted) => {
    const both = source + quoted;
    if (LINE_END.test(both)) return "line end";
    const isOfMail = /^[ \t>]*$/.test(both) && both.includes(">");
    if (isOfMail || [...both].some((mark) => MARKS.has(mark))) return both.includes("…") ? "ellipsis" : "quotation mark";
    if ([...both].some((mark) => HYPHENS.has(mark))) return "hyphen";
    if (both.includes("\u00ad")) return "soft hyphen";
    return SPACES.test(both) || unseenGone(both) !== both ? "space" : "composition";
  };

  // --- comparing ---------------------------------------------------------------------------------------------------

  const LARGEST = 600;
  const RUN = 12;

  const common = (first, second) => {
    let count = 0;
    while (count < first.length && count < second.length && first[count] === second[count]) count += 1;
    return count;
  };

  const longest = (first, second) => {
    const table = Array.from({ length: first.length + 1 }, () => new Uint32Array(second.length + 1));
    for (let here = first.length - 1; here >= 0; here -= 1) {
      for (let there = second.length - 1; there >= 0; there -= 1) {
        table[here][there] = first[here] === second[there]
          ? table[here + 1][there + 1] + 1 : Math.max(table[here + 1][there], table[here][there + 1]);
      }
    }
    const pairs = [];
    for (let here = 0, there = 0; here < first.length && there < second.length; ) {
      if (first[here] === second[there]) pairs.push([here++, there++]);
      else if (table[here][there + 1] >= table[here + 1][there]) there += 1;
      else here += 1;
    }
    return pairs;
  };

  const once = (items) => {
    const places = new Map();
    for (let at = 0; at + RUN <= items.length; at += 1) {
      const key = items.slice(at, at + RUN).join("\u0001");
      places.set(key, places.has(key) ? -1 : at);
    }
    return places;
  };

  const anchor = (first, second) => {
    const there = once(second);
    let best = null;
    for (const [run, here] of once(first)) {
      if (here < 0 || !there.has(run) || there.get(run) < 0) continue;
      const distance = Math.abs(2 * here - first.length);
      if (!best || distance < best[2]) best = [here, there.get(run), distance];
    }
    return best;
  };

  const matches = (first, second) => {
    const before = common(first, second);
    const after = common(first.slice(before).reverse(), second.slice(before).reverse());
    const ends = [first.length - after, second.length - after];
    const head = Array.from({ length: before }, (_, at) => [at, at]);
    const tail = Array.from({ length: after }, (_, at) => [ends[0] + at, ends[1] + at]);
    const between = betweenEnds(first.slice(before, ends[0]), second.slice(before, ends[1]));
    return [...head, ...between.map(([here, there]) => [before + here, before + there]), ...tail];
  };

  const betweenEnds = (first, second) => {
    if (first.length * second.length <= LARGEST ** 2) return longest(first, second);
    const found = anchor(first, second);
    if (!found) return [];
    const [here, there] = found;
    const right = matches(first.slice(here), second.slice(there));
    return [...matches(first.slice(0, here), second.slice(0, there)), ...right.map(([one, other]) => [here + one, there + other])];
  };

  const similarity = (source, quoted) => {
    const [first, second] = [Array.from(source.toLowerCase()), Array.from(quoted.toLowerCase())];
    return (2 * matches(first, second).length) / Math.max(1, first.length + second.length);
  };

  const TOKEN = new RegExp(`[\\p{L}\\p{M}\\p{N}_\\u00ad\\u200b]+|[${BLANK}]+|.`, "gsu");
  const tokens = (text) => text.match(TOKEN) || [];

  const isWord = (token) => /^[\p{L}\p{M}\p{N}]/u.test(token);

  // From a common word back over what both have before it; a line's end is the same only as a line's end.
  const firstCommon = (source, other, pairs, word) => {
    let first = word;
    while (first && pairs.get(first - 1) === pairs.get(first) - 1 && (LINE_END.test(other[pairs.get(first) - 1]) || !LINE_END.test(source[first - 1]))) first -= 1;
    return SPACES.test(source[first]) ? first + 1 : first;
  };

  const trimmed = (text, [start, end], quoted) => {
    const [source, other] = [tokens(text.slice(start, end)), tokens(quoted)];
    const pairs = new Map(matches(source.map(fold), other.map(fold)));
    const words = [...pairs.keys()].filter((here) => isWord(source[here]));
    if (!words.length) return [start, end];
    const first = firstCommon(source, other, pairs, words[0]);
    const isReplaced = other.slice(0, pairs.get(first)).some(isWord);
    let line = first;
    while (line > 0 && !LINE_END.test(source[line - 1])) line -= 1;
    const replaced = isReplaced ? source.slice(line, first).findIndex(isWord) : -1;
    const begins = replaced < 0 ? first : line + replaced;
    let ends = words[words.length - 1] + 1;
    while (ends < source.length && !LINE_END.test(source[ends])) ends += 1;
    const at = start + source.slice(0, begins).join("").length;
    return [at, at + source.slice(begins, ends).join("").trimEnd().length];
  };

  const wordDifferences = (text, [start, end], quoted) => {
    const [source, other] = [tokens(text.slice(start, end)), tokens(quoted)];
    const pairs = [...matches(source.map(fold), other.map(fold)), [source.length, other.length]];
    const found = [];
    let last = [0, 0];
    for (const [left, right] of pairs) {
      if (left !== last[0] || right !== last[1]) {
        const at = start + source.slice(0, last[0]).join("").length;
        found.push({ kind: "words", source: source.slice(last[0], left).join(""), quoted: other.slice(last[1], right).join(""), at });
      }
      last = [left + 1, right + 1];
    }
    return found;
  };

  const foldedDifferences = (text, [start, end], quoted, given = quoted) => {
    const words = withoutBlanks(quoted);
    const at = quoted.indexOf(words);
    const ends = [[given.slice(0, at), start], [given.slice(at + words.length), end]].map(([blanks, place]) =>
      blanks ? [{ kind: kindOf("", blanks), source: "", quoted: blanks, at: place }] : []);
    const [source, other] = [foldWithMap(text.slice(start, end)), foldWithMap(words)];
    const begins = ({ offsets }, index) => index === 0 || offsets[index] !== offsets[index - 1];
    const found = [];
    let first = 0;
    for (let index = 1; index <= source.text.length; index += 1) {
      if (!begins(source, index) || !begins(other, index)) continue;
      const here = text.slice(start + source.offsets[first], start + source.offsets[index]);
      const there = given.slice(at + other.offsets[first], at + other.offsets[index]);
      if (here !== there) found.push({ kind: kindOf(here, there), source: here, quoted: there, at: start + source.offsets[first] });
      first = index;
    }
    return [...ends[0], ...found, ...ends[1]];
  };

  // --- words -------------------------------------------------------------------------------------------------------

  const UNSPACED =
    "\\u0e01-\\u0e4e\\u0e81-\\u0ecf\\u0edc-\\u0eff\\u1000-\\u103f\\u1050-\\u109f\\ua9e0-\\ua9ef\\uaa60-\\uaa7f\\u1780-\\u17d3" +
    "\\u17d7\\u17dc-\\u17df\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])`;
  const JOINED =
    `[\\u00ad\\u200c\\u200d\\u2060](?=${LETTER})|['\\u2019\\u02bc](?=${LETTER}{1,2}(?!${LETTER}))|(?<=\\p{Nd})[.,](?=\\p{Nd})`;
  const WORD = new RegExp(`${LETTER}(?:${LETTER}|${JOINED})*`, "gu");

  // The word that an offset lies inside; empty where it lies between words.
  const dividedWord = (text, at) => {
    const start = Math.max(0, at - 100);
    for (const found of text.slice(start, at + 100).matchAll(WORD)) {
      if (start + found.index >= at) return "";
      if (at < start + found.index + found[0].length) return found[0];
    }
    return "";
  };

  // Which words of a text a span is cut out of: { begins_inside, ends_inside }, empty where it is whole words.
  const cutsOf = (text, [start, end]) => ({ begins_inside: dividedWord(text, start), ends_inside: dividedWord(text, end) });
  const isCut = ({ begins_inside: begins, ends_inside: ends }) => Boolean(begins || ends);
  const saidOfCuts = ({ begins_inside: begins, ends_inside: ends }) =>
    [["begins", begins], ["ends", ends]].filter(([, word]) => word).map(([verb, word]) => `${verb} inside the word '${word}'`).join(" and ");

  const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);

  Object.assign(window.archiveVerify, { cutsOf, firstAndRest, hasWords, isCut, saidOfCuts, undivided, withoutBlanks });
  Object.assign(window.archiveVerify, { BLANK, fold, foldWithMap, foldedDifferences, similarity, trimmed, wordDifferences });
})();
