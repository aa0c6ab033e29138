// What the locator of a passage names in a text, or what is wrong with it and the nearest that is right. The same as
// archivist/passages (identifier.py, resolving.py). Offsets of locators are code points; those of a text's string are
// UTF-16 units.
"use strict";
(() => {
  // "#p12-14" as { kind: "p", first: 12, last: 14 }, "#c3-9" as { kind: "c", first: 3, last: 9 }; null for anything else.
  const parse = (fragment) => {
    const found = /^#(?:p(\d{1,18})(?:-(\d{1,18}))?|c(\d{1,18})-(\d{1,18}))$/.exec(fragment);
    if (!found) return null;
    const [, first, last, start, end] = found;
    return first ? { kind: "p", first: Number(first), last: Number(last || first) } : { kind: "c", first: Number(start), last: Number(end) };
  };

  const print = ({ kind, first, last }) => (kind === "p" && first === last ? `#p${first}` : `#${kind}${first}-${last}`);

  // What a fragment was to be that is like a locator and is none; null where it is like none.
  const meant = (fragment) => {
    const found = /^#([pc])(\d{1,18})\D*(\d{1,18})?/i.exec(fragment);
    if (!found) return null;
    const [kind, first] = [found[1].toLowerCase(), Number(found[2])];
    return { kind, first, last: found[3] ? Number(found[3]) : first };
  };

  const codePoints = (text, units = text.length) => {
    let count = 0;
    for (let at = 0; at < units; count += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return count;
  };

  // The unit at which a code point begins; that of the end where the text is shorter.
  const unitsOf = (text, points) => {
    let at = 0;
    for (; points > 0 && at < text.length; points -= 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
    return at;
  };

  const segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter("und", { granularity: "grapheme" }) : null;
  // The character, as readers see it, that holds a unit: [start, end].
  const clusterAt = (text, at) => {
    if (at >= text.length) return [at, at];
    const line = Math.max(at > 0 ? text.lastIndexOf("\n", at - 1) + 1 : 0, at - 200);
    const found = segmenter && segmenter.segment(text.slice(line, at + 64)).containing(at - line);
    if (found) return [line + found.index, line + found.index + found.segment.length];
    const begins = /[\udc00-\udfff]/.test(text[at]) ? at - 1 : at;
    return [begins, begins + (text.codePointAt(begins) > 0xffff ? 2 : 1)];
  };

  // A span widened so that it cuts no character in two.
  const whole = (text, [start, end]) => {
    const last = clusterAt(text, end);
    return [clusterAt(text, start)[0], last[0] === end ? end : last[1]];
  };

  const nearest = (text, paragraphs, { kind, first, last }) => {
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    if (kind === "p") {
      const into = (number) => Math.min(Math.max(number, 1), paragraphs.length);
      return paragraphs.length ? { kind, first: into(low), last: into(high) } : null;
    }
    if (!text) return null;
    const length = codePoints(text);
    const start = Math.min(low, length - 1);
    const end = Math.max(Math.min(high, length), start + 1);
    const [left, right] = whole(text, [unitsOf(text, start), unitsOf(text, end)]);
    return { kind, first: codePoints(text, left), last: codePoints(text, right) };
  };

  const wrong = (text, paragraphs, { kind, first, last }) => {
    if (first > last) return "ends before it begins";
    if (kind === "p") {
      const count = paragraphs.length;
      return first >= 1 && last <= count ? "" : `is not there: the text has ${count} paragraph${count === 1 ? "" : "s"}, numbered from 1`;
    }
    const length = codePoints(text);
    if (last > length) return `is not there: the text has ${length.toLocaleString("en")} code points, counted from 0`;
    if (first === last) return "holds nothing: its end is excluded";
    const span = [unitsOf(text, first), unitsOf(text, last)];
    return whole(text, span).every((at, side) => at === span[side]) ? "" : "cuts a character in two";
  };

  // { span } in units, or { reason, nearest }; `paragraphs` are spans in units. Without a locator: the whole text.
  const resolve = (text, paragraphs, locator) => {
    if (!locator) return { span: [0, text.length] };
    const reason = wrong(text, paragraphs, locator);
    if (reason) return { reason, nearest: nearest(text, paragraphs, locator) };
    const { kind, first, last } = locator;
    return { span: kind === "p" ? [paragraphs[first - 1][0], paragraphs[last - 1][1]] : [unitsOf(text, first), unitsOf(text, last)] };
  };

  // Spans in code points, in order, as spans in units.
  const inUnits = (text, spans) => {
    let [at, points] = [0, 0];
    const to = (wanted) => {
      for (; points < wanted && at < text.length; points += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
      return at;
    };
    return spans.map(([start, end]) => [to(start), to(end)]);
  };

  // --- identifiers -------------------------------------------------------------------------------------------------

  const IDENTIFIER = /^(?:([a-z0-9-]+):)?([a-z0-9][a-z0-9-]*)(?:@([0-9A-Fa-f]{16,64}))?(#\S+)?$/;
  const ADDRESS = /^<?(?:https?|file):\/\/\S*?([a-z0-9-]+)\.html(\?[^#\s>]*)?(#[^\s>]*)?>?$/;

  // The digest that a query binds an address to; null where it binds to none.
  const boundTo = (query) => /[?&]sha256=([^&#]*)/.exec(query)?.[1] ?? null;

  // Whether a digest as an identifier has it, 16 digits or more, is that of a text.
  const isDigestOf = (digest, whole) => digest.length >= 16 && whole.startsWith(digest.toLowerCase());

  // What is no digest and stands where one is to be; empty where none stands there, or one does.
  const noDigest = (written) => {
    const [, digest] = /@([^#]*)/.exec(unaddressed(written)) || [];
    return digest === undefined || /^[0-9A-Fa-f]{16,64}$/.test(digest) ? "" : digest || "nothing";
  };

  // The address of a passage on a copy of the site as an identifier; other words as they are.
  const unaddressed = (written) => {
    const plain = written.replace(/%(?:3f|23|3d)/gi, decodeURIComponent); // programs that pass addresses on write these out
    const [, document, query = "", fragment = ""] = ADDRESS.exec(plain) || [];
    const digest = boundTo(query);
    return document ? `${document}${digest === null ? "" : `@${digest}`}${fragment}` : written;
  };

  // An identifier, or the address of a passage on a copy of the site: { code, document, digest, locator }; else null.
  const parseIdentifier = (written) => {
    const found = IDENTIFIER.exec(unaddressed(written));
    if (!found) return null;
    const [, code = "", document, digest = "", fragment] = found;
    const locator = fragment ? parse(fragment) : null;
    return fragment && !locator ? null : { code, document, digest: digest.toLowerCase(), locator };
  };

  const AROUND = "\"'`´‘’‚‛‹›“”„‟«»()[]{}<>*_.,;:!?"; // what people's texts put around an identifier, or end a sentence with
  const bared = (written) => {
    let [start, end] = [0, written.length];
    while (start < end && AROUND.includes(written[start])) start += 1;
    while (end > start && AROUND.includes(written[end - 1])) end -= 1;
    return written.slice(start, end);
  };

  // An identifier, as it is written or without the marks around it and the capitals of its code where it is then that of
  // one of these documents: { passage, isBared }; else null.
  const readIdentifier = (written, ids) => {
    const passage = parseIdentifier(written);
    if (passage) return { passage, isBared: false };
    const bare = parseIdentifier(bared(written).replace(/^[A-Za-z0-9-]+:/, (code) => code.toLowerCase()));
    const isOne = bare && (bare.locator || bare.digest || bare.code) && ids.includes(bare.document);
    return isOne ? { passage: bare, isBared: true } : null;
  };

  // What is written like an identifier of one of these documents and is none: { document, isBound, locator }; else null.
  const misread = (written, ids) => {
    const found = /^(?:[^\s:@#]*:)?([^\s:@#]+)([@#][^]*)$/.exec(unaddressed(written));
    if (!found || readIdentifier(written, ids) || !ids.includes(found[1].toLowerCase())) return null;
    const numbers = /#([^0-9#]*)(\d+)\D*(\d+)?/.exec(found[2]);
    const [first, last] = numbers ? [numbers[2], numbers[3] || numbers[2]].map((number) => Number(number.slice(0, 18))) : [];
    const locator = numbers ? { kind: numbers[1].toLowerCase() === "c" ? "c" : "p", first, last } : null;
    return { document: found[1].toLowerCase(), isBound: found[2].startsWith("@"), locator };
  };

  const printIdentifier = ({ code, document, digest, locator }) =>
    `${code ? `${code}:` : ""}${document}${digest ? `@${digest}` : ""}${locator ? print(locator) : ""}`;

  // How much two words have in common, by Ratcliff and Obershelp: twice what matches, of the lengths of both.
  const likeness = (one, other) => {
    const matching = (first, second) => {
      let [size, here, there] = [0, 0, 0];
      for (let left = 0; left < first.length; left += 1) {
        for (let right = 0; right < second.length; right += 1) {
          let run = 0;
          while (left + run < first.length && right + run < second.length && first[left + run] === second[right + run]) run += 1;
          if (run > size) [size, here, there] = [run, left, right];
        }
      }
      if (!size) return 0;
      return size + matching(first.slice(0, here), second.slice(0, there)) + matching(first.slice(here + size), second.slice(there + size));
    };
    return (2 * matching(one, other)) / (one.length + other.length || 1);
  };

  const NEAR = 0.75; // archivist/store/archive.py has the same, and why
  const BEGINNING = 6; // likewise
  // The shortest id that begins with a word, else the one that is most like it; none where none is near.
  const nearestId = (ids, wanted) => {
    const begun = ids.filter((id) => wanted.length >= BEGINNING && id.startsWith(wanted));
    if (begun.length) return begun.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
    const scored = ids.map((id) => [likeness(id, wanted), id]).filter(([score]) => score >= NEAR);
    return scored.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1))[0]?.[1];
  };

  window.archivePassages = { bared, boundTo, codePoints, inUnits, isDigestOf, meant, misread, nearest, nearestId, noDigest, parse, parseIdentifier, print, printIdentifier, readIdentifier, resolve, whole };
})();
