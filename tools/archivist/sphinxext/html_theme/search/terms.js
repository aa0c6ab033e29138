// From text to terms: what archivist/search/terms.py and stems.py do, in step with them.
"use strict";
window.archiveSearch = window.archiveSearch || {};
(() => {
  const UNSPACED =
    "\\u0e01-\\u0e4e\\u0e81-\\u0ecf\\u0edc-\\u0eff\\u1000-\\u103f\\u1050-\\u109f\\ua9e0-\\ua9ef\\uaa60-\\uaa7f\\u1780-\\u17d3" +
    "\\u17d7\\u17dc-\\u17df\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const UNIT = new RegExp(
    "[\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e3f-\\u0e46][\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]*" +
      "|[\\u0e81-\\u0eb0\\u0eb2\\u0eb3\\u0ebd-\\u0ec7\\u0edc-\\u0eff][\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ecf]*" +
      "|[\\u1000-\\u102a\\u103f\\u1050-\\u1055\\u105a-\\u109f](?:\\u1039[\\u1000-\\u1021]|[\\u102b-\\u1038\\u103a-\\u103e\\u1056-\\u1059])*" +
      "|[\\u1780-\\u17b3\\u17d7\\u17dc](?:\\u17d2[\\u1780-\\u17b3]|[\\u17b4-\\u17d1\\u17d3])*" +
      "|.",
    "gsu",
  );
  const RUN = new RegExp(`[${UNSPACED}\\u200b]+`, "gu");
  const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
  const LETTER = "(?:[\\p{L}\\p{N}]|(?![\\u{10000}-\\u{10ffff}])\\p{M})";
  const JOINED =
    `[!\\u00ad\\u200c\\u200d\\u2060](?=${LETTER})|['\\u2019\\u02bc](?=${LETTER}{1,2}(?!${LETTER}))` +
    `|(?<=[${UNSPACED}])\\u200b(?=[${UNSPACED}])`;
  const WORD = new RegExp(`${LETTER}(?:${LETTER}|${JOINED})*`, "gu");
  const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0];
  const FOLDS = { đ: "d", ß: "ss", ø: "o", ł: "l", æ: "ae", œ: "oe", ı: "i", ς: "σ" };
  const FOLDED = /[\u0300-\u036f!'\u2019\u02bc\u00ad\u200c\u200d\u2060đßøłæœıς]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]/gu;

  const foldOne = (character) => {
    const zero = ZEROS.find((start) => character.charCodeAt(0) - start >= 0 && character.charCodeAt(0) - start < 10);
    return zero === undefined ? FOLDS[character] || "" : String(character.charCodeAt(0) - zero);
  };
  const fold = (word) =>
    word.replace(/['\u2019\u02bc][sS]$/, "").normalize("NFKD").toLowerCase().replace(FOLDED, foldOne);

  const word = (surface, start) => {
    const term = fold(surface);
    return term ? [{ term, start, end: start + surface.length, paired: false }] : [];
  };

  const pairs = (run, start) => {
    const units = [...run.matchAll(UNIT)].filter((unit) => unit[0] !== "\u200b");
    const token = (one, other, term) =>
      ({ term, start: start + one.index, end: start + other.index + other[0].length, paired: true });
    if (units.length === 1) return [token(units[0], units[0], units[0][0])];
    return units.slice(1).map((other, at) => token(units[at], other, units[at][0] + other[0]));
  };

  // A word in which scripts with and without spaces meet.
  const mixed = (surface, start) => {
    const found = [];
    let done = 0;
    for (const run of surface.matchAll(RUN)) {
      found.push(...word(surface.slice(done, run.index), start + done), ...pairs(run[0], start + run.index));
      done = run.index + run[0].length;
    }
    found.push(...word(surface.slice(done), start + done));
    return found;
  };

  // The terms of a text: { term, start, end, paired }, offsets in UTF-16 units.
  const tokens = (text) => {
    const found = [];
    for (const match of text.replaceAll("_", " ").matchAll(WORD)) {
      const placed = HAS_UNSPACED.test(match[0]) ? mixed : word;
      found.push(...placed(match[0], match.index));
    }
    return found;
  };

  // --- stems -------------------------------------------------------------------------------------------------------

  const stemmers = {};
  const stemmerNamed = (name) => {
    stemmers[name] ||= new window[`${name[0].toUpperCase()}${name.slice(1)}Stemmer`]();
    return stemmers[name];
  };

  // Snowball 3.1 takes "inter" for a beginning, as it takes "later", and knows "skis"; 3.0.1, which Sphinx 9.0 ships as
  // scripts, does not (snowball's NEWS, 3.1.0). Can go when both are of the same version.
  const english = (term) => {
    if (term === "skis") return "ski";
    if (!term.startsWith("inter")) return stemmerNamed("english").stemWord(term);
    return `inter${stemmerNamed("english").stemWord(`later${term.slice(5)}`).slice(5)}`;
  };

  const stem = (term, stemmer) => {
    if (!stemmer || !/^[a-z]+$/.test(term)) return term;
    return stemmer === "english" ? english(term) : stemmerNamed(stemmer).stemWord(term);
  };

  Object.assign(window.archiveSearch, { fold, stem, tokens });
})();
