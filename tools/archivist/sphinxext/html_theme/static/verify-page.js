// The page that verifies quotations: the same answers as `archivist verify`, from the texts that lie beside it. A text is
// loaded when it may hold the words: all of a small archive's, of a larger one those that the search index names.
"use strict";
(() => {
  const { distance, fold, verdictIn } = window.archiveVerify;
  const form = document.querySelector("#verify-form");
  const output = document.querySelector("#verify-result");
  const root = document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");
  const ALL = 40; // texts, at most, that are all read
  const MOST = 40; // texts, at most, that are read of a larger archive
  const SHOWN = 20;

  // --- texts -------------------------------------------------------------------------------------------------------

  const waiting = new Map();
  window.archiveTexts = { put: (name, _digest, value) => waiting.get(name)?.resolve(value) };

  const load = (name) => {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = `${root}texts/${name}.js`;
      script.addEventListener("error", () => entry.reject(new Error(`There is no text ${name}`)));
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  const catalogue = () => load("_catalogue");

  // A text is what its digest says, or proves nothing.
  const isSound = async (found) => (await window.archiveDigest(new TextEncoder().encode(found.text))) === found.text_sha256;

  // --- which texts -------------------------------------------------------------------------------------------------

  const scored = async (quoted) => {
    const { index, terms } = window.archiveSearch;
    await index.open();
    const all = terms(fold(quoted));
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

  const codePoints = (text, at) => Array.from(text.slice(0, at)).length;

  const described = (code, found, { span, differences }) => {
    const points = span.map((at) => codePoints(found.text, at));
    return {
      document: found.id,
      identifier: `${code ? `${code}:` : ""}${found.id}@${found.text_sha256.slice(0, 16)}#c${points[0]}-${points[1]}`,
      span: points,
      words: found.text.slice(...span),
      text_sha256: found.text_sha256,
      differences: differences.map(({ kind, source, quoted, at }) => ({ kind, source, quoted, start: codePoints(found.text, at) })),
    };
  };

  const WORDS = ["EXACT", "SAME WORDS", "ALTERED", "NOT HERE"];

  const verifyQuotation = async (quoted) => {
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
    if (word === "ALTERED") best.sort((a, b) => distance(a.places[0]) - distance(b.places[0]) || (a.text.id < b.text.id ? -1 : 1)).splice(1);
    for (const { text } of best) {
      if (!(await isSound(text))) return { verdict: "ALTERED", places: [], remark: `The text of ${text.id} on this copy of the site is not the one recorded.`, unread: 0 };
    }
    const places = best.flatMap(({ text, places: all }) => all.map((place) => described(code, text, place)));
    return { verdict: word, places: places.slice(0, SHOWN), unread: word === "ALTERED" ? unread : 0 };
  };

  const IDENTIFIER = /^(?:([a-z0-9-]+):)?([a-z0-9][a-z0-9-]*)(?:@([0-9a-f]{16}))?(#(?:p\d+(?:-\d+)?|c\d+-\d+))?$/;

  // The identifier of a passage is followed: its page marks the words and verifies the text.
  const verifyIdentifier = async ([, code, id, digest, locator]) => {
    const known = await catalogue();
    if (code && code !== known.code) return { verdict: "NOT HERE", places: [], remark: `${code} is another archive than ${known.code}.` };
    if (!known.ids.includes(id)) return null;
    const found = await load(id);
    const sound = await isSound(found);
    if (!sound || (digest && !found.text_sha256.startsWith(digest))) {
      const remark = sound ? `The text of ${id} begins with the digest ${found.text_sha256.slice(0, 16)}, not ${digest}.` : `The text of ${id} on this copy of the site is not the one recorded.`;
      return { verdict: "ALTERED", places: [], remark };
    }
    return { verdict: "EXACT", places: [], link: `documents/${id}.html${locator || ""}`, remark: "The text is the one recorded; its page shows the passage." };
  };

  const verify = async (given) => {
    const identifier = IDENTIFIER.exec(given.trim());
    return (identifier && (await verifyIdentifier(identifier))) || verifyQuotation(given);
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
    ALTERED: "Close, but not the source’s words. This is no proof.",
    "NOT HERE": "No text of this archive has such words.",
  };

  const visible = (piece) => (piece ? `“${piece.replace(/[\r\n\t\u00a0\u00ad\u200b\ufeff]/g, (one) => `⟨U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`)}”` : "nothing");

  const shown = (place) => {
    const link = element("a", { href: `documents/${place.document}.html#c${place.span.join("-")}`, textContent: place.identifier });
    const item = element("li", { className: "archive-item" }, link, element("p", { className: "archive-quoted", textContent: place.words }));
    for (const { kind, source, quoted } of place.differences) {
      item.append(element("p", { textContent: `${kind}: the source has ${visible(source)}, the quotation ${visible(quoted)}` }));
    }
    item.append(element("p", { className: "archive-muted" }, "SHA-256 of the text: ", element("code", { textContent: place.text_sha256 })));
    return item;
  };

  const show = ({ verdict, places, remark, link, unread }) => {
    const head = element("p", { className: "archive-verdict" }, element("strong", { textContent: verdict }), ` ${remark || MEANINGS[verdict]}`);
    head.dataset.verdict = verdict === "EXACT" ? "exact" : "altered";
    const list = element("ul", { className: "archive-list" }, ...places.map(shown));
    output.replaceChildren(head, list);
    if (link) output.append(element("p", {}, element("a", { href: link, textContent: "Open the passage" })));
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
    if (!given.trim()) return;
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
