// The index: files loaded as scripts when they are asked for, and read. See archivist/search/files.py, coding.py and
// reading.py for what is in them.
"use strict";
window.archiveSearch = window.archiveSearch || {};
(() => {
  const { stem } = window.archiveSearch;
  const VERSION = 7;
  const BLOCK = 400;
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  for (let value = 0; value < 64; value += 1) VALUE[ALPHABET.charCodeAt(value)] = value;
  const FREQUENCIES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 32];
  const ROOTS = [1.0, 1.1892, 1.4142, 1.6818];

  // --- files -------------------------------------------------------------------------------------------------------

  const root = document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");
  const waiting = new Map();

  const load = (name, address) => {
    if (/[^\w./-]|\.\./.test(address)) return Promise.reject(new Error(`The search index has no file ${address}`));
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = root + address;
      const fail = () => {
        waiting.delete(name);
        entry.reject(new Error(`The search index has no file ${address}`));
      };
      script.addEventListener("error", fail);
      script.addEventListener("load", () => (entry.filled ? script.remove() : fail()));
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  const put = (name, value) => {
    const entry = waiting.get(name);
    if (!entry) return;
    entry.filled = true;
    entry.resolve(value);
  };

  const loadStatic = (file) => load(file, `_static/${file}`).catch(() => {});

  // --- numbers -----------------------------------------------------------------------------------------------------

  const reader = (written) => {
    let at = 0;
    return {
      more: () => at < written.length,
      code: () => VALUE[written.charCodeAt(at++)],
      number() {
        let value = 0;
        let shift = 1;
        for (;;) {
          const group = VALUE[written.charCodeAt(at++)];
          value += (group & 31) * shift;
          if (!(group & 32)) return value;
          shift *= 32;
        }
      },
    };
  };

  const hashed = (key) => {
    let value = 0x811c9dc5;
    for (const character of key) value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
    return value;
  };

  const ungapped = (written) => {
    const read = reader(written);
    const found = [];
    for (let last = -1; read.more(); ) found.push((last += read.number() + 1));
    return found;
  };

  // Adds postings to hits: unit → { frequency, named, block }.
  const join = (hits, written) => {
    const read = reader(written);
    for (let unit = -1; read.more(); ) {
      unit += read.number() + 1;
      const code = read.code();
      const block = code & 32 ? read.number() : 1;
      const frequency = FREQUENCIES[code & 15];
      const named = Boolean(code & 16);
      const known = hits.get(unit);
      if (!known) hits.set(unit, { frequency, named, block });
      else {
        if (frequency > known.frequency) known.block = block;
        known.frequency += frequency;
        known.named ||= named;
      }
    }
    return hits;
  };

  const densest = (positions) => {
    const blocks = new Map();
    for (const position of positions) {
      const block = Math.floor(position / BLOCK);
      blocks.set(block, (blocks.get(block) || 0) + 1);
    }
    const named = blocks.get(0) || 0;
    blocks.delete(0);
    let block = 1;
    for (const [one, count] of [...blocks].sort((a, b) => a[0] - b[0])) {
      if (count > (blocks.get(block) || 0)) block = one;
    }
    return { frequency: positions.length - named, named: named > 0, block };
  };

  // --- looking up --------------------------------------------------------------------------------------------------

  let opened = null;
  let meta = null;
  let folder = "";

  const open = () => {
    opened ||= (async () => {
      const state = await load("current", "search/current.js");
      folder = `search/${state.folder}/`;
      const loaded = await take("meta");
      if (loaded.version !== VERSION) throw new Error("The search index is of another version than this page");
      await Promise.all(["base", ...loaded.stemmers].map((name) => loadScript(`search-stemmers/${name}-stemmer.js`)));
      loaded.lengths = Array.from(loaded.lengths, (character) => {
        const value = VALUE[character.charCodeAt(0)];
        return ROOTS[value % 4] * 2 ** Math.floor(value / 4);
      });
      loaded.frequent = new Set(loaded.frequent);
      Object.assign(loaded, placed(loaded.blocks));
      meta = loaded;
      return meta;
    })();
    opened.catch(() => (opened = null));
    return opened;
  };

  const placed = (blocks) => {
    const unitOfBlock = [];
    const bases = [];
    const read = reader(blocks);
    while (read.more()) {
      bases.push(unitOfBlock.length * BLOCK);
      for (let left = read.number(); left > 0; left -= 1) unitOfBlock.push(bases.length - 1);
    }
    return { unitOfBlock, bases };
  };

  const loadScript = (file) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}_static/${file}`;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`The search has no file ${file}`)));
      document.head.append(script);
    });

  const take = (name) => load(name, `${folder}${name}.js`);
  const shard = (kind, key) => take(`${kind}/${hashed(key) % meta.shards[kind]}`);
  const written = (kind, value) => (typeof value === "number" ? take(`${kind}/own-${value}`) : value);
  const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);

  const stems = (term) => {
    const found = meta.stemmers.map((stemmer) => stem(term, stemmer));
    return [...new Set(meta.plain || !found.length ? [...found, term] : found)];
  };

  const listed = async (term, keep) => {
    const hits = new Map();
    const forms = new Set();
    for (const key of stems(term)) {
      const values = own((await shard("t", key))[0], key) || [];
      for (let at = 0; at < values.length; at += 2) {
        if (!keep(values[at])) continue;
        forms.add(values[at]);
        join(hits, await written("t", values[at + 1]));
      }
    }
    return { hits, forms: [...forms].sort() };
  };

  const word = (term) => listed(term, () => true);

  // A word with its accents, and compounds by their words apart.
  const accented = async (term, surface) => {
    const value = own((await shard("t", stems(term)[0]))[3], surface);
    return value === undefined ? new Map() : join(new Map(), await written("t", value));
  };
  const compounds = async (first) => (await shard("t", stems(first)[0]))[4] || {};

  const exact = async (term) => (await listed(term, (form) => form === term)).hits;

  const phrase = async (terms) => {
    if (terms.length === 1) return exact(terms[0]);
    const run = terms.join(" ");
    const value = terms.length <= 3 ? own((await shard("n", run))[1], run) : undefined;
    return value === undefined ? positioned(terms) : join(new Map(), await written("n", value));
  };

  // Which runs tell a phrase by their positions: terms, or pairs where one of the two is frequent.
  const cover = (terms) => {
    const isPair = terms.map((term, at) => at + 1 < terms.length && (meta.frequent.has(term) || meta.frequent.has(terms[at + 1])));
    const alone = terms.map((term, at) => [at, term]).filter(([at]) => !isPair[at] && !isPair[at - 1]);
    const pairs = terms.map((term, at) => [at, `${term} ${terms[at + 1]}`]).filter(([at]) => isPair[at]);
    return [...alone, ...pairs];
  };

  const positioned = async (terms) => {
    const runs = cover(terms);
    await Promise.all(runs.map(([, run]) => shard("p", run)));
    let found = null;
    for (const [offset, run] of runs) {
      const value = own((await shard("p", run))[1], run);
      const here = value === undefined ? [] : ungapped(await written("p", value));
      const begun = new Set(here.map((position) => position - offset));
      found = found ? new Set([...found].filter((position) => begun.has(position))) : begun;
      if (!found.size) break;
    }
    return byUnit([...found].sort((a, b) => a - b));
  };

  // Hits of global positions: see Counted in archivist/search/counting.py.
  const byUnit = (positions) => {
    const starts = new Map();
    for (const position of positions) {
      const unit = meta.unitOfBlock[Math.floor(position / BLOCK)];
      if (!starts.has(unit)) starts.set(unit, []);
      starts.get(unit).push(position - meta.bases[unit]);
    }
    return new Map([...starts].map(([unit, found]) => [unit, densest(found)]));
  };

  const names = async (first) => (await shard("t", stems(first)[0]))[1] || {};

  const entry = async (id) => {
    const [postings, name, address, ...forms] = await written("t", (await shard("t", `@${id}`))[2][id]);
    return { hits: join(new Map(), postings), name, address, forms };
  };

  // The words that begin with a letter: [word, power of two of its frequency].
  const words = async (letter) => {
    const code = letter.codePointAt(0);
    if (!meta.letters.includes(code)) return [];
    const found = [];
    let before = "";
    for (const item of (await take(`v/${code}`)).split(" ")) {
      before = [...before].slice(0, VALUE[item.charCodeAt(0)]).join("") + item.slice(2);
      found.push([before, VALUE[item.charCodeAt(1)]]);
    }
    return found;
  };

  // Title, page, digest, number of paragraphs and of code points of a document by its id.
  const document_ = async (id) => own((await shard("t", `#${id}`))[2], `#${id}`);

  const facet = async (name) => new Map(Object.entries(await take(`f/${name}`)).map(([value, units]) => [value, ungapped(units)]));

  const text = async (unit, block) => {
    const [id, digest, address, title, heading, date, type, language, pieces] = await take(`x/${unit >> 8}/${unit}-${block}`);
    return { id, digest, address, title, heading, date, type, language, pieces };
  };

  const suggestions = async (beginning) => own((await shard("s", beginning))[1], beginning) || [];

  Object.assign(window.archiveSearch, {
    put, loadStatic, root,
    index: { open, word, exact, accented, compounds, phrase, names, entry, document: document_, words, facet, text, suggestions, shard, stems, meta: () => meta },
  });
})();
