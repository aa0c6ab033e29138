// The page that verifies quotations: the same answers as `archivist verify`, from the texts that lie beside it. A text is
// loaded when it may hold the words: all of a small archive's, of a larger one those that the search index names.
"use strict";
(() => {
  const { cutsOf, distance, firstAndRest, fold, hasWords, isCut, saidOfCuts, verdictIn, wholeFirst, withCuts, withoutBlanks } = window.archiveVerify;
  const { bared, codePoints, inUnits, isDigestOf, misread, nearest, nearestId, noDigest, parseIdentifier, print, printIdentifier, readIdentifier, resolve } = window.archivePassages;
  const form = document.querySelector("#verify-form");
  const output = document.querySelector("#verify-result");
  const root = document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");
  const ALL = 40; // texts, at most, that are all read
  const MOST = 40; // texts, at most, that are read of a larger archive
  const CLIPPED = 2000; // characters of a place that are shown

  // --- texts -------------------------------------------------------------------------------------------------------

  const waiting = new Map();
  window.archiveTexts = { put: (name, _digest, value) => waiting.get(name)?.resolve(value) };

  const missing = (name) =>
    name === "_catalogue" ? "The texts of this archive do not lie beside this page, in the folder texts: nothing can be compared." : `There is no text ${name}.`;

  const load = (name) => {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = `${root}texts/${name}.js`;
      script.addEventListener("error", () => entry.reject(new Error(missing(name))));
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  const catalogue = () => load("_catalogue");

  // A text is what its digest says, or proves nothing.
  const isSound = async (found) => (await window.archiveDigest(new TextEncoder().encode(found.text))) === found.text_sha256;

  // --- which texts -------------------------------------------------------------------------------------------------

  const scored = async (quoted) => {
    const { index, tokens } = window.archiveSearch;
    await index.open();
    const all = tokens(fold(quoted)).map((token) => token.term);
    const inner = all.length > 2 ? all.slice(1, -1) : all; // those at the ends may be pieces of words
    const chosen = [...new Set(inner)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 8);
    const scores = new Map();
    const add = (hits, weight) => {
      for (const unit of hits.keys()) scores.set(unit, (scores.get(unit) || 0) + weight);
    };
    for (const term of chosen) add((await index.word(term)).hits, 1);
    for (let at = 0; at + 3 <= inner.length && at <= 24; at += 6) add(await index.phrase(inner.slice(at, at + 3)), 3);
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };

  const likely = async (quoted) => {
    const { ids } = await catalogue();
    if (ids.length <= ALL) return { ids, unread: 0 };
    const units = await scored(quoted);
    const found = [];
    for (const [unit] of units) {
      if (found.length >= MOST) break;
      const { id } = await window.archiveSearch.index.text(unit, 1);
      if (!found.includes(id)) found.push(id);
    }
    return { ids: found, unread: Math.max(0, units.length - found.length) };
  };

  // --- verdicts ----------------------------------------------------------------------------------------------------

  const paragraphsOf = (found) => (found.spans ||= inUnits(found.text, found.paragraphs));

  // The paragraphs that hold a span, as a locator; null where it lies before the first.
  const holding = (found, [start, end]) => {
    const at = (place) => paragraphsOf(found).filter(([begins]) => begins <= place).length;
    const last = at(Math.max(start, end - 1));
    return last ? { kind: "p", first: at(start) || 1, last } : null;
  };

  const described = (code, found, { span, differences }) => {
    const [first, last] = span.map((at) => codePoints(found.text, at));
    const named = (locator) => printIdentifier({ code, document: found.id, digest: found.text_sha256.slice(0, 16), locator });
    const held = holding(found, span);
    return {
      document: found.id,
      identifier: named({ kind: "c", first, last }),
      paragraphs: held ? named(held) : "",
      span: [first, last],
      words: found.text.slice(...span),
      text_sha256: found.text_sha256,
      original_sha256: found.original_sha256,
      differences: differences.map(({ kind, source, quoted, at }) => ({ kind, source, quoted, start: codePoints(found.text, at) })),
      ...cutsOf(found.text, span),
    };
  };

  // A quotation is a paragraph's own words but for those that it says are left out.
  const isShortened = ({ text, places: [{ span, differences }] }) => {
    const held = holding(text, span);
    return differences.some(({ kind }) => kind === "left out") && (!held || held.first === held.last);
  };

  const WORDS = ["EXACT", "SAME WORDS", "ALTERED", "NOT HERE"];

  const unsound = ({ id }) => ({ verdict: "ALTERED", places: [], remark: `The text of ${id} on this copy of the site is not the one recorded.`, unread: 0 });

  const refused = (remark, nearest) => ({ verdict: "REFUSED", places: [], remark, nearest });

  const verifyQuotation = async (quoted) => {
    if (!hasWords(quoted)) return refused("This is too little to search for: it has no letter and no digit.", null);
    const { code } = await catalogue();
    const { ids, unread } = await likely(quoted);
    const found = [];
    for (const id of ids) {
      const text = await load(id);
      found.push({ text, ...verdictIn(text.text, quoted) });
    }
    const word = WORDS.find((one) => found.some((each) => each.word === one)) || "NOT HERE";
    const best = found.filter((each) => each.word === word);
    if (word === "NOT HERE") return { verdict: word, places: [], unread };
    if (word === "ALTERED") best.sort((a, b) => isShortened(b) - isShortened(a) || distance(a.places[0]) - distance(b.places[0]) || (a.text.id < b.text.id ? -1 : 1)).splice(1);
    for (const { text } of best) if (!(await isSound(text))) return unsound(text);
    const places = best.flatMap(({ text, places: all }) => all.map((place) => described(code, text, place)));
    return withCuts({ verdict: word, places: wholeFirst(places), unread: word === "ALTERED" ? unread : 0 });
  };

  // --- passages ----------------------------------------------------------------------------------------------------

  // The text that a passage is of, and its place there; or an answer that says why there is none.
  const opened = async (passage) => {
    const { code, ids } = await catalogue();
    const written = printIdentifier(passage);
    if (passage.code && passage.code !== code) {
      const here = ids.includes(passage.document) ? { ...passage, code } : null;
      return { answer: refused(`${written} is a passage of the archive ${passage.code}, not of this one.`, here) };
    }
    if (!ids.includes(passage.document)) {
      const document = nearestId(ids, passage.document);
      const none = document ? "" : " No id is near this one: archivist list shows the ids of all documents.";
      return { answer: refused(`There is no document ${passage.document}.${none}`, document ? { ...passage, document } : null) };
    }
    const found = await load(passage.document);
    if (!(await isSound(found))) return { answer: unsound(found) };
    const digest = found.text_sha256.slice(0, 16);
    if (passage.digest && !isDigestOf(passage.digest, found.text_sha256)) {
      const remark = `${written} is bound to another text than ${found.id} has: expected @${digest}, found @${passage.digest}.`;
      return { answer: { verdict: "ALTERED", places: [], remark, nearest: { ...passage, digest } }, isBoundElsewhere: true };
    }
    const place = resolve(found.text, paragraphsOf(found), passage.locator);
    return place.reason ? { answer: refused(`${written} ${place.reason}.`, { ...passage, locator: place.nearest }) } : { found, span: place.span };
  };

  const verifyPassage = async (passage) => {
    const { answer, found, span } = await opened(passage);
    if (answer) return answer;
    const { code } = await catalogue();
    const remark = "The passage is there, in the text that is recorded.";
    return withCuts({ verdict: "EXACT", places: [described(code, found, { span, differences: [] })], remark });
  };

  const verifyQuotationAt = async (quoted, passage) => {
    if (!hasWords(quoted)) return verifyQuotation(quoted);
    const { answer, isBoundElsewhere, found, span } = await opened(passage);
    if (isBoundElsewhere) return rebound(quoted, passage, answer.remark);
    if (answer) return answer;
    const within = ([start, end]) => span[0] <= start && end <= span[1];
    const here = verdictIn(found.text, quoted, within);
    const { code } = await catalogue();
    const placed = () => wholeFirst(here.places.map((place) => described(code, found, place)));
    if (["EXACT", "SAME WORDS"].includes(here.word)) return withCuts({ verdict: here.word, places: placed() });
    const elsewhere = await verifyQuotation(quoted);
    if (here.word === "ALTERED" && elsewhere.verdict === "ALTERED") return { verdict: "ALTERED", places: placed() };
    return movedTo(elsewhere, "The words do not stand in the passage named.");
  };

  const movedTo = (elsewhere, said) => {
    const moved = ["EXACT", "SAME WORDS"].includes(elsewhere.verdict);
    const remark = [said, elsewhere.remark].filter(Boolean).join(" ");
    return { ...elsewhere, verdict: moved ? "MOVED" : elsewhere.verdict, remark };
  };

  // Words in a passage that was bound to another text: that they stand there now proves nothing of that one.
  const rebound = async (quoted, passage, said) => {
    const now = await verifyQuotationAt(quoted, { ...passage, digest: "" });
    if (now.verdict === "REFUSED") return movedTo(await verifyQuotation(quoted), said);
    const stands = ["EXACT", "SAME WORDS"].includes(now.verdict);
    const there = stands ? `In the text that the document has the words stand there: ${now.verdict}.` : "";
    return { ...now, verdict: stands ? "ALTERED" : now.verdict, remark: [said, there, now.remark].filter(Boolean).join(" ") };
  };

  // A passage, or words, or both: then the passage comes first, on a line of its own or before a space.
  const parted = (given, { ids }) => {
    const alone = readIdentifier(withoutBlanks(given), ids);
    const isOne = ({ locator, digest, code, document }) => locator || digest || code || ids.includes(document);
    if (alone && isOne(alone.passage)) return alone;
    const [first, words] = firstAndRest(given);
    const read = words && readIdentifier(first, ids);
    return read && isOne({ ...read.passage, code: "" }) ? { ...read, words } : { words: given };
  };

  // The answer to words that are nowhere: where they were to be an id, that names the nearest.
  const nowhere = async (words, answer) => {
    const id = bared(words.trim());
    const { ids } = await catalogue();
    const document = /^[0-9]{4}-[a-z0-9-]+$/i.test(id) && nearestId(ids, id.toLowerCase());
    const none = ids.includes(id)
      ? `No text has the words ${words.trim()}; without the marks around it this is the id of a document.`
      : `There is no document ${id}.`;
    return document ? refused(none, { code: "", document, digest: "", locator: null }) : answer;
  };

  // An answer to what was to be an identifier.
  const malformed = async (written, { document, isBound, locator }) => {
    const found = await load(document);
    const digest = isBound ? found.text_sha256.slice(0, 16) : "";
    const place = locator && nearest(found.text, paragraphsOf(found), locator);
    const wrong = noDigest(written);
    const said = wrong ? ` ${wrong.slice(0, 64)} is no digest: 16 to 64 hexadecimal digits may follow the @.` : "";
    return refused(`This is no identifier of a passage: ${written.slice(0, 100)}.${said}`, { code: "", document, digest, locator: place });
  };

  const verify = async (given) => {
    const [written] = firstAndRest(given);
    const wrong = misread(written, (await catalogue()).ids);
    if (wrong) return malformed(written, wrong);
    const { passage, words, isBared } = parted(given, await catalogue());
    if (!passage) {
      const answer = await verifyQuotation(words);
      return answer.verdict === "NOT HERE" ? nowhere(words, answer) : answer;
    }
    const answer = await (words ? verifyQuotationAt(words, passage) : verifyPassage(passage));
    return isBared ? { ...answer, note: `The identifier was read as ${printIdentifier(passage)}.` } : answer;
  };

  // --- the answer on the page --------------------------------------------------------------------------------------

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const MEANINGS = {
    EXACT: "The words are the source’s, code point for code point.",
    "SAME WORDS": "The words are the source’s, but not every character between them. This is no proof.",
    MOVED: "The words stand in the archive, but not in the passage named.",
    ALTERED: "Close, but not the source’s words. This is no proof.",
    "NOT HERE": "No text of this archive has such words.",
  };

  const visible = (piece) => (piece ? `“${piece.replace(/[\r\n\t\u00a0\u00ad\u200b\ufeff]/g, (one) => `⟨U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`)}”` : "nothing");

  const clipped = (words) => (words.length > CLIPPED ? `${words.slice(0, CLIPPED)}…` : words);

  const linked = (passage) =>
    element("a", { href: `documents/${passage.document}.html${passage.locator ? print(passage.locator) : ""}`, textContent: printIdentifier(passage) });

  const shown = (place) => {
    const link = element("a", { href: `documents/${place.document}.html#c${place.span.join("-")}`, textContent: place.identifier });
    const item = element("li", { className: "archive-item" }, link, element("p", { className: "archive-quoted", textContent: clipped(place.words) }));
    if (isCut(place)) item.append(element("p", { textContent: `The quotation ${saidOfCuts(place)}.` }));
    if (place.paragraphs) item.append(element("p", { className: "archive-muted" }, "Paragraph: ", linked(parseIdentifier(place.paragraphs))));
    for (const { kind, source, quoted } of place.differences) {
      item.append(element("p", { textContent: `${kind}: the source has ${visible(source)}, the quotation ${visible(quoted)}` }));
    }
    item.append(element("p", { className: "archive-muted" }, "SHA-256 of the text: ", element("code", { textContent: place.text_sha256 })));
    item.append(element("p", { className: "archive-muted" }, "SHA-256 of the original: ", element("code", { textContent: place.original_sha256 })));
    return item;
  };

  const show = ({ verdict, places, remark, note, nearest, unread, isCut: cut }) => {
    const head = element("p", { className: "archive-verdict" }, element("strong", { textContent: verdict }), ` ${remark || MEANINGS[verdict]}`);
    head.dataset.verdict = verdict === "EXACT" && !cut ? "exact" : "altered";
    const list = element("ul", { className: "archive-list" }, ...places.map(shown));
    output.replaceChildren(head, ...(note ? [element("p", { textContent: note })] : []), list);
    if (nearest) output.append(element("p", { className: "archive-nearest" }, "The nearest: ", linked(nearest)));
    if (unread) output.append(element("p", { className: "archive-muted", textContent: `${unread} more texts have some of these words and were not compared: archivist verify compares all.` }));
    output.dataset.state = "done";
  };

  // A text field turns line ends into line feeds; what was pasted is kept as it was while it is not edited.
  let pasted = null;
  const field = form.elements.quotation;
  field.addEventListener("paste", (event) => {
    const words = event.clipboardData.getData("text/plain");
    queueMicrotask(() => setTimeout(() => (pasted = field.value === words.replace(/\r\n?/g, "\n") ? words : null)));
  });
  field.addEventListener("input", () => (pasted = null));

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = pasted ?? field.value;
    if (!given.trim()) {
      show(refused("There are no words to verify: paste words, or the identifier of a passage, or both.", null));
      return;
    }
    output.dataset.state = "busy";
    output.replaceChildren(element("p", { textContent: "Comparing …" }));
    try {
      show(await verify(given));
    } catch (error) {
      output.replaceChildren(element("p", { className: "archive-warning", textContent: error.message }));
      output.dataset.state = "failed";
    }
  });

  Object.assign(window.archiveVerify, { verify });
})();
