// Runs the site's own search scripts in node: reads {"site", "queries"} from standard input, prints the answers.
// A query is {"q", "chosen", "sort", "typing"}; an answer lists document, paragraph and count, or holds "error".
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const { site, queries, terms, stems } = JSON.parse(fs.readFileSync(0, "utf8"));
const root = "file:///site/";
const run = (file) => vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });

// The least of a browser that the scripts ask for: scripts that load others.
const makeScript = () => {
  const listeners = {};
  return { addEventListener: (type, listener) => (listeners[type] = listener), remove() {}, listeners };
};
const append = (script) => {
  const file = path.join(site, script.src.slice(root.length));
  setImmediate(() => {
    try {
      run(file);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
      script.listeners.error();
      return;
    }
    script.listeners.load();
  });
};
globalThis.window = globalThis;
globalThis.document = {
  currentScript: { src: `${root}_static/search.js` },
  createElement: makeScript,
  head: { append },
};
run(path.join(site, "_static/search.js"));

const { search, result, counts, tokens, accented, compounds, stem, index } = window.archiveSearch;

const answered = async ({ q, chosen = {}, sort = "relevance", typing = false }) => {
  const found = await search(q, { chosen, sort, typing });
  const top = await Promise.all(found.units.slice(0, 10).map((unit) => result(found, unit)));
  return {
    units: found.units,
    complete: found.complete.size,
    clauses: found.clauses.map((clause) => [clause.terms.join(" "), clause.entry, clause.insteadOf, clause.weight]),
    years: await counts(found, "year", chosen),
    top: top.map((one) => [one.text.id, one.excerpts.length ? one.excerpts[0].number : 0, one.places]),
    marked: top.map((one) => (one.excerpts.length ? one.excerpts[0].spans.map(([a, b]) => one.excerpts[0].paragraph.slice(a, b)) : [])),
  };
};

(async () => {
  const answers = [];
  await index.open();
  for (const query of queries || []) answers.push(await answered(query).catch((error) => ({ error: error.stack })));
  const output = {
    answers,
    variants: (terms || []).map((text) => {
      const placed = tokens(text);
      const joined = compounds(text, placed).map((one) => [one.term, text.slice(one.start, one.end)]);
      return [joined, placed.map(({ start, end }) => accented(text.slice(start, end)))];
    }),
    terms: (terms || []).map((text) => tokens(text).map((token) => [token.term, text.slice(token.start, token.end)])),
    stems: Object.fromEntries(Object.entries(stems || {}).map(([name, words]) => [name, words.map((word) => stem(word, name))])),
  };
  fs.writeSync(1, JSON.stringify(output));
})();
