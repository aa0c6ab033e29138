// Whether words stand in a text: exactly, but for what pasting changes, nearly, or not. The same as archivist/passages
// (edges.py, likeness.py, quoting.py), which says why; a test holds the two together. Offsets are UTF-16 units of a text.
"use strict";
(() => {
  const { BLANK, fold, foldWithMap, foldedDifferences, hasWords, isCut, saidOfCuts, similarity, trimmed, undivided, withoutBlanks, wordDifferences } = window.archiveVerify;

  // --- finding -----------------------------------------------------------------------------------------------------

  const occurrences = (text, words) => {
    const found = [];
    for (let at = words ? text.indexOf(words) : -1; at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length]);
    return found;
  };

  const foldedOccurrences = (text, quoted) => {
    const wanted = fold(quoted).trim();
    if (!wanted) return [];
    const source = foldWithMap(text);
    return occurrences(source.text, wanted).map(([start, end]) => [source.offsets[start], source.offsets[end]]);
  };

  // What is put around words when they are quoted.
  const ELLIPSIS = "\\[(?:\\.{3}|…|\\. \\. \\.)\\]|\\((?:\\.{3}|…|\\. \\. \\.)\\)|\\.{3,4}|…|\\.(?: \\.){2,3}";
  const [MARKS, DIRECTION, POINTS] = ["\"'‘’‚‛′´`‹›“”„‟″«»", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", ".,;:?!"];
  const EDGE = `[${BLANK}]*(?:[${MARKS}${DIRECTION}]|${ELLIPSIS})[${BLANK}]*`;
  const ONE = new RegExp(`[${BLANK}>]*(?:[${MARKS}${DIRECTION}]|${ELLIPSIS}|[${POINTS}])[${BLANK}>]*`, "gu");
  const POINT = new RegExp(`[${BLANK}]*[${POINTS}][${BLANK}]*$`, "u");
  const [LEAD, TAIL] = [new RegExp(`^(?:${EDGE})*`, "u"), new RegExp(`(?:${EDGE})*$`, "u")];
  const withoutEdges = (quoted) => {
    const [lead] = LEAD.exec(quoted);
    const [tail] = TAIL.exec(quoted.slice(lead.length));
    return { lead, words: quoted.slice(lead.length, quoted.length - tail.length), tail };
  };
  // The ways to part a quotation from what is put around it: first from the marks, then from one point or comma after
  // the other at its closing marks: after such a mark, or a stop within it.
  const edgesOf = (quoted) => {
    const isMark = (sign) => Boolean(sign) && MARKS.includes(sign);
    let edged = withoutEdges(quoted);
    const ways = [edged];
    for (let found = POINT.exec(edged.words); found; found = POINT.exec(edged.words)) {
      const { lead, words, tail } = edged;
      const rest = words.slice(0, found.index);
      const isAfter = isMark(rest.slice(-1)) && [...lead].some(isMark);
      if (!isAfter && !(".,".includes(found[0].trim()) && isMark(tail.trimStart()[0]))) break;
      const [inner] = TAIL.exec(rest);
      edged = { lead, words: rest.slice(0, rest.length - inner.length), tail: inner + words.slice(found.index) + tail };
      ways.push(edged);
    }
    return ways;
  };
  const kindOfMark = (mark) => {
    if (new RegExp(`[${DIRECTION}]`, "u").test(mark)) return "direction";
    const bare = mark.replace(new RegExp(`[${BLANK}>]`, "gu"), "");
    if (bare.length === 1 && POINTS.includes(bare)) return "punctuation";
    return /[.…]/u.test(mark) ? "ellipsis" : "quotation mark";
  };
  const edgeDifferences = ({ lead, tail }, span) => [lead, tail].map((marks, side) =>
    (marks.match(ONE) || []).map((found) => ({ kind: kindOfMark(found), source: "", quoted: found, at: span[side] })));

  // The places of words that were parted from what is around them, in the first way that has any; `given` is the
  // quotation as it was given, in as many characters.
  const partedWords = (text, edges, given) => {
    for (const { lead, words, tail } of edges) {
      const end = given.length - tail.length;
      const around = { lead: given.slice(0, lead.length), tail: given.slice(end) };
      const found = foldedOccurrences(text, words).map((span) => {
        const [before, after] = edgeDifferences(around, span);
        return { span, differences: [...before, ...foldedDifferences(text, span, words, given.slice(lead.length, end)), ...after] };
      });
      if (found.length) return found;
    }
    return [];
  };
  const bareWords = (text, quoted) => partedWords(text, edgesOf(quoted).filter(({ words }) => words !== quoted), quoted);
  const undividedWords = (text, quoted) => undivided(quoted).flatMap((joined) => partedWords(text, edgesOf(joined), quoted));
  const sameWords = (text, quoted) =>
    foldedOccurrences(text, quoted).map((span) => ({ span, differences: foldedDifferences(text, span, quoted) }));

  const OMISSION = new RegExp(`\\s*(?:${ELLIPSIS})\\s*`, "u");
  // The places where words stand one after the other: for each place of the first, the nearest of the others.
  const inOrder = (text, words) => {
    const found = [];
    for (const first of occurrences(text, words[0])) {
      const spans = [first];
      for (const one of words.slice(1)) {
        const at = text.indexOf(one, spans[spans.length - 1][1]);
        if (at < 0) return found;
        spans.push([at, at + one.length]);
      }
      found.push(spans);
    }
    return found;
  };

  const spoken = (text, quoted, isBare = false) => {
    const parted = quoted.split(OMISSION).filter((piece) => fold(piece).trim());
    const pieces = parted.map((piece) => (isBare ? withoutEdges(piece) : { lead: "", words: piece, tail: "" }));
    const wanted = pieces.map((piece) => fold(piece.words).trim());
    if (pieces.length < 2 || !wanted.every(Boolean)) return null;
    const source = foldWithMap(text);
    const length = (spans) => spans[spans.length - 1][1] - spans[0][0];
    const closest = inOrder(source.text, wanted).reduce((best, one) => (best && length(best) <= length(one) ? best : one), null);
    if (!closest) return null;
    const spans = closest.map((span) => span.map((at) => source.offsets[at]));
    const differences = spans.flatMap((span, index) => {
      const before = index ? [{ kind: "left out", source: text.slice(spans[index - 1][1], span[0]), quoted: "…", at: spans[index - 1][1] }] : [];
      const [lead, tail] = edgeDifferences(pieces[index], span);
      return [...before, ...lead, ...foldedDifferences(text, span, pieces[index].words), ...tail];
    });
    return { span: [spans[0][0], spans[spans.length - 1][1]], differences };
  };

  const spokenBare = (text, quoted) => {
    for (const edged of edgesOf(quoted)) {
      const told = spoken(text, edged.words) || spoken(text, edged.words, true);
      if (!told) continue;
      const [before, after] = edgeDifferences(edged, told.span);
      return { span: told.span, differences: [...before, ...told.differences, ...after] };
    }
    return null;
  };

  const GRAM = 8;
  const grams = (quoted) => {
    const size = quoted.length >= 3 * GRAM ? GRAM : Math.max(3, Math.floor(quoted.length / 3));
    const step = Math.max(1, Math.floor((quoted.length - size) / 63));
    const found = [];
    for (let at = 0; at + size <= quoted.length; at += step) found.push([at, quoted.slice(at, at + size)]);
    return found;
  };

  const places = (text, gram, start = 0) => {
    const found = [];
    for (let at = text.indexOf(gram, start); at >= 0 && found.length < 50; at = text.indexOf(gram, at + 1)) found.push(at);
    return found;
  };

  const sharedPieces = (folded, quoted) => {
    const width = Math.max(GRAM, Math.floor(quoted.length / 8));
    const offsets = new Map();
    for (const [offset, gram] of grams(quoted)) {
      for (const place of places(folded, gram)) {
        if (!offsets.has(place - offset)) offsets.set(place - offset, new Set());
        offsets.get(place - offset).add(offset);
      }
    }
    const buckets = new Map();
    for (const [start, found] of offsets) {
      for (const key of [Math.floor(start / width), Math.floor(start / width) - 1]) {
        buckets.set(key, new Set([...(buckets.get(key) || []), ...found]));
      }
    }
    let best = null;
    for (const [key, found] of buckets) {
      if (best === null || found.size > buckets.get(best).size || (found.size === buckets.get(best).size && key < best)) best = key;
    }
    if (best === null) return [0, 0];
    let start = null;
    for (const [one, found] of offsets) {
      const bucket = Math.floor(one / width);
      if (bucket < best || bucket > best + 1) continue;
      const size = start === null ? -1 : offsets.get(start).size;
      if (found.size > size || (found.size === size && one < start)) start = one;
    }
    return [buckets.get(best).size, start];
  };

  const anchors = (text, wanted, start) => {
    const slack = Math.floor(wanted.length / 4) + 2 * GRAM;
    const found = [];
    for (const [offset, gram] of grams(wanted)) {
      const expected = start + offset;
      let nearest = null;
      for (const place of places(text.slice(0, Math.max(0, expected + slack)), gram, Math.max(0, expected - slack))) {
        if (nearest === null || Math.abs(place - expected) < Math.abs(nearest - expected)) nearest = place;
      }
      if (nearest === null) continue;
      start = nearest - offset;
      found.push([offset, nearest]);
    }
    return found;
  };

  const toWordEnd = (text, place, step) => {
    const letter = (at) => /[\p{L}\p{N}]/u.test(text[at] || "");
    let moved = place;
    while (moved > 0 && moved < text.length && letter(moved - 1) && letter(moved)) {
      moved += step;
      if (Math.abs(moved - place) > 20) return place;
    }
    return moved;
  };

  const like = (text, quoted) => {
    const wanted = fold(quoted).trim();
    const source = foldWithMap(text);
    const lower = source.text.toLowerCase();
    const [count, start] = sharedPieces(lower, wanted.toLowerCase());
    if (wanted.length < 6 || !count) return null;
    const found = anchors(lower, wanted.toLowerCase(), start);
    const [[first, begun], [last, ended]] = [found[0], found[found.length - 1]];
    const left = toWordEnd(lower, Math.max(0, begun - first), -1);
    const right = toWordEnd(lower, Math.min(lower.length, ended + wanted.length - last), 1);
    const words = lower.slice(left, right);
    const [begins, ends] = [left + words.length - words.trimStart().length, right - words.length + words.trimEnd().length];
    const common = similarity(source.text.slice(begins, ends), wanted);
    return common < 0.75 ? null : { span: [source.offsets[begins], source.offsets[ends]], similarity: common };
  };

  // --- verdicts ----------------------------------------------------------------------------------------------------

  const exactly = (text, quoted) => occurrences(text, quoted).map((span) => ({ span, differences: [] }));

  // What stands in brackets at the end of a quotation and nowhere in the text: "[sic]", "(emphasis added)".
  const ADDED = new RegExp(`(\\s*[\\[(][^\\[\\]()\\r\\n]*[\\p{L}\\p{N}][^\\[\\]()\\r\\n]*[\\])]\\.?)(?:${EDGE})*$`, "u");
  const withoutAdded = (text, quoted) => {
    const found = ADDED.exec(quoted);
    if (!found || fold(text).includes(fold(found[1]).trim())) return [quoted, ""];
    const rest = quoted.slice(0, found.index) + quoted.slice(found.index + found[1].length);
    return hasWords(rest) ? [rest, found[1]] : [quoted, ""];
  };

  const altered = (text, found, edged) => {
    if (!found) return null;
    const words = withoutBlanks(edged.words);
    const span = trimmed(text, found.span, words);
    const [before, after] = edgeDifferences(edged, span);
    return { span, differences: [...before, ...wordDifferences(text, span, words), ...after] };
  };

  const alike = (text, quoted, added) => {
    const edged = withoutEdges(quoted);
    const same = added && foldedOccurrences(text, edged.words)[0];
    if (same) {
      const [before, after] = edgeDifferences(edged, same);
      return { span: same, differences: [...before, ...foldedDifferences(text, same, edged.words), ...after] };
    }
    const [whole, bare] = [like(text, quoted), like(text, edged.words)];
    const isBare = !whole || (bare && bare.similarity >= whole.similarity);
    return isBare ? altered(text, bare, edged) : altered(text, whole, { lead: "", words: quoted, tail: "" });
  };

  const nearly = (text, quoted) => {
    const [words, added] = withoutAdded(text, quoted);
    const told = spoken(text, words) || spokenBare(text, words) || alike(text, words, added);
    if (!told) return [];
    const more = added ? [{ kind: "added", source: "", quoted: added, at: told.span[1] }] : [];
    return [{ span: told.span, differences: [...told.differences, ...more] }];
  };

  const WAYS = [["EXACT", exactly], ["SAME WORDS", sameWords], ["SAME WORDS", bareWords], ["SAME WORDS", undividedWords], ["ALTERED", nearly]];

  // How words stand in one text, or in the part of it that `within` tells: { word, places: [{ span, differences }] }.
  const verdictIn = (text, quoted, within = () => true) => {
    for (const [word, find] of WAYS) {
      const places = find(text, quoted).filter(({ span }) => within(span));
      if (places.length) return { word, places };
    }
    return { word: "NOT HERE", places: [] };
  };

  const distance = ({ differences }) =>
    differences.reduce((sum, { source, quoted }) => sum + Math.max(Array.from(source).length, Array.from(quoted).length), 0);

  const SHOWN = 20;
  // The first places whose words are whole words; where there are none, the first of those that are cut.
  const wholeFirst = (places) => {
    const whole = places.filter((place) => !isCut(place));
    return (whole.length ? whole : places).slice(0, SHOWN);
  };

  const withCuts = (answer) => {
    const cut = ["EXACT", "SAME WORDS"].includes(answer.verdict) && answer.places.length && saidOfCuts(answer.places[0]);
    return cut ? { ...answer, remark: `These are not whole words of the source: the quotation ${cut}.`, isCut: true } : answer;
  };

  Object.assign(window.archiveVerify, { distance, verdictIn, wholeFirst, withCuts });
})();
