// What a query means, which units answer it, and in which order: archivist/search/understanding.py and answering.py, in
// step with them.
"use strict";
(() => {
  const { asked, complete, repair, tokens, index } = window.archiveSearch;
  const [K1, B, NAME, OTHERWISE] = [1.2, 0.75, 2, 0.25];
  const [LONG, FEWEST, PAIRS_A_WORD] = [4, 20, 3];

  // --- clauses -----------------------------------------------------------------------------------------------------

  // The longest form of an entry that begins at a piece: [how many pieces, which entry].
  const namedAt = async (pieces, at) => {
    const words = [];
    for (const piece of pieces.slice(at)) {
      if (piece.quoted || piece.excluded !== pieces[at].excluded) break;
      words.push(piece.terms[0]);
    }
    const names = await index.names(words[0]);
    for (let length = words.length; length > 0; length -= 1) {
      const form = words.slice(0, length).join(" ");
      const isSmall = length === 1 && pieces.length > 1 && pieces[at].isLower && index.meta().small.includes(form); // “who”, not “WHO”
      if (Object.hasOwn(names, form) && !isSmall) return [length, names[form]];
    }
    return [0, ""];
  };

  const clausesOf = async (pieces) => {
    const clauses = new Map();
    const wholes = await wholesOf(pieces);
    for (let at = 0; at < pieces.length; ) {
      const piece = pieces[at];
      const [length, entry] = piece.quoted ? [0, ""] : await namedAt(pieces, at);
      const taken = pieces.slice(at, at + Math.max(1, length));
      const terms = taken.flatMap((one) => one.terms);
      const typed = entry ? "" : piece.typed;
      const key = JSON.stringify([entry || terms, typed, piece.quoted, piece.excluded]);
      if (!clauses.has(key)) clauses.set(key, { ...piece, terms, entry, typed, wholes: entry ? [] : wholes[at], also: [], insteadOf: "" });
      at += taken.length;
    }
    return [...clauses.values()];
  };

  const inOrder = (object) => Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1));

  // For each piece what it is a part of in one word: by its hyphens, or by those of the texts.
  const wholesOf = async (pieces) => {
    const found = pieces.map((piece) => (piece.whole ? [piece.whole] : []));
    const isPlain = (piece) => !piece.quoted && !piece.excluded;
    for (const [at, piece] of pieces.entries()) {
      for (const [apart, whole] of isPlain(piece) ? inOrder(await index.compounds(piece.terms[0])) : []) {
        const here = pieces.slice(at, at + apart.split(" ").length);
        if (!here.every(isPlain) || here.map((one) => one.terms[0]).join(" ") !== apart) continue;
        for (const part of found.slice(at, at + here.length)) if (!part.includes(whole)) part.push(whole);
      }
    }
    return found;
  };

  const either = (one, other) => {
    const both = new Map(one);
    for (const [unit, hit] of other) {
      if (!both.has(unit) || hit.frequency > both.get(unit).frequency) both.set(unit, hit);
    }
    return both;
  };

  const find = async (clause) => {
    if (clause.entry) {
      const described = await index.entry(clause.entry);
      const forms = described.forms.map((form) => tokens(form).map((token) => token.term));
      Object.assign(clause, { hits: described.hits, also: described.forms, name: described.name, address: described.address });
      clause.runs = [...forms, clause.terms];
      if (clause.terms.length === 1) clause.hits = either((await index.word(clause.terms[0])).hits, clause.hits);
    } else if (clause.quoted) {
      Object.assign(clause, { hits: await index.phrase(clause.terms), runs: [clause.terms] });
    } else {
      const { hits, forms } = await index.word(clause.terms[0]);
      Object.assign(clause, { hits, runs: forms.map((form) => [form]) });
    }
    clause.accented = clause.typed ? await index.accented(clause.terms[0], clause.typed) : new Map();
    clause.unaccented = clause.accented.size ? await index.exact(clause.terms[0]) : new Map();
    for (const whole of clause.wholes) add(clause, await index.word(whole));
  };

  const add = (clause, { hits, forms }) => {
    clause.hits = either(clause.hits, hits);
    clause.runs = [...clause.runs, ...forms.map((form) => [form])];
  };

  // Two words that no text has both, as one: “co operation”, where texts have “cooperation” only.
  const joinNeighbours = async (clauses) => {
    const isPlain = (one) => !(one.quoted || one.excluded || one.entry || one.paired || one.wholes.length);
    for (let at = 1; at < clauses.length; at += 1) {
      const pair = clauses.slice(at - 1, at + 1);
      if (!pair.every(isPlain) || [...pair[0].hits.keys()].some((unit) => pair[1].hits.has(unit))) continue;
      const found = await index.word(pair[0].terms[0] + pair[1].terms[0]);
      if (found.hits.size) for (const clause of pair) add(clause, found);
    }
  };

  const otherwise = (clause, unit) => clause.accented.size > 0 && clause.unaccented.has(unit) && !clause.accented.has(unit);

  const mend = async (clause, typing) => {
    if (clause.hits.size || clause.quoted || clause.excluded || clause.entry || clause.paired) return;
    const typed = clause.terms[0];
    const meant = (typing && (await complete(typed))) || (await repair(typed));
    if (!meant) return;
    Object.assign(clause, { terms: [meant], insteadOf: typed });
    await find(clause);
  };

  const weigh = (units, frequency) =>
    Math.max(1, Math.floor(1000 * Math.log(1 + (units - frequency + 0.5) / (frequency + 0.5)) + 0.5));

  // Clauses with their hits; files that several need are asked for at once.
  const understand = async (query, typing = false) => {
    const { units } = await index.open();
    const pieces = asked(query);
    const looked = pieces.filter((piece) => !piece.quoted).flatMap(({ terms, whole }) => (whole ? [terms[0], whole] : [terms[0]]));
    await Promise.all(looked.flatMap((term) => index.stems(term)).map((key) => index.shard("t", key)));
    const clauses = await clausesOf(pieces);
    await Promise.all(clauses.map(find));
    if (!typing && !isQuestion(clauses)) await joinNeighbours(clauses);
    await Promise.all(clauses.map((clause) => mend(clause, typing && clause === clauses[clauses.length - 1])));
    for (const clause of clauses) {
      const others = [...clause.unaccented.keys()].filter((unit) => otherwise(clause, unit)).length;
      clause.weight = weigh(units, clause.hits.size - others);
    }
    return clauses;
  };

  // --- units -------------------------------------------------------------------------------------------------------

  // A question, which is long or begins as one; else a few words.
  const isQuestion = (clauses) => {
    const [first] = clauses;
    const isPlain = clauses.length > 1 && !first.quoted && !first.entry && !first.excluded;
    if (isPlain && index.meta().asking.includes(first.terms[0])) return true;
    const pairs = clauses.filter((clause) => clause.paired).length;
    const words = new Set(clauses.filter((clause) => !clause.paired).map((clause) => clause.item));
    return words.size + Math.floor(pairs / PAIRS_A_WORD) >= LONG;
  };

  const withoutCommon = (clauses) => {
    const common = new Set([...index.meta().common, ...index.meta().small]);
    const isOver = (one) => !one.quoted && !one.entry && common.has(one.terms[0]);
    const over = clauses.filter(isOver);
    if (over.length === clauses.length) return [clauses, []];
    return [clauses.filter((one) => !isOver(one)), over.map((one) => one.terms[0])];
  };

  const everything = () => new Set(Array.from({ length: index.meta().units }, (_, unit) => unit));

  const matching = (clauses, long) => {
    const wanted = clauses.filter((clause) => !clause.excluded);
    const barred = new Set(clauses.filter((clause) => clause.excluded).flatMap((clause) => [...clause.hits.keys()]));
    if (!wanted.length) {
      const rest = new Set(clauses.length ? [...everything()].filter((unit) => !barred.has(unit)) : []);
      return [rest, rest];
    }
    const have = new Map();
    for (const clause of wanted) {
      for (const unit of clause.hits.keys()) have.set(unit, (have.get(unit) || 0) + clause.weight);
    }
    const phrases = wanted.filter((clause) => clause.quoted);
    const kept = [...have].filter(([unit]) => !barred.has(unit) && phrases.every((clause) => clause.hits.has(unit)));
    const total = wanted.reduce((sum, clause) => sum + clause.weight, 0);
    const all = new Set(kept.filter(([, sum]) => sum === total).map(([unit]) => unit));
    if (all.size && !long) return [all, all];
    const heaviest = kept.map(([, sum]) => sum).sort((a, b) => b - a).slice(0, FEWEST);
    const least = long ? Math.min(heaviest[0] / 2, heaviest.at(-1)) : total / 2;
    return [all, new Set(kept.filter(([, sum]) => sum >= least).map(([unit]) => unit))];
  };

  const narrow = async (units, chosen) => {
    let left = units;
    for (const name of Object.keys(chosen).sort()) {
      if (!chosen[name].length) continue;
      const facet = await index.facet(name);
      const allowed = new Set(chosen[name].flatMap((value) => facet.get(value) || []));
      left = new Set([...left].filter((unit) => allowed.has(unit)));
    }
    return left;
  };

  const counts = async (answer, name, chosen) => {
    const units = await narrow(answer.found, { ...chosen, [name]: [] });
    const facet = await index.facet(name);
    const counted = [...facet].map(([value, of]) => [value, of.filter((unit) => units.has(unit)).length]);
    return counted.filter(([, count]) => count);
  };

  const scored = (wanted, unit) => {
    const meta = index.meta();
    const length = 1 - B + (B * meta.lengths[unit]) / meta.average;
    let score = 0;
    for (const clause of wanted) {
      const hit = clause.hits.get(unit);
      if (!hit) continue;
      const frequency = otherwise(clause, unit) ? OTHERWISE : hit.frequency + (hit.named ? NAME : 0);
      score += (clause.weight * (frequency * (K1 + 1))) / (frequency + K1 * length);
    }
    return Math.floor(score * 1000 + 0.5);
  };

  const ordered = (clauses, units, first, sort) => {
    const { dated } = index.meta();
    if (sort === "oldest") return [...units].sort((a, b) => a - b);
    if (sort === "newest") return [...units].sort((a, b) => (a >= dated) - (b >= dated) || b - a);
    const wanted = clauses.filter((clause) => !clause.excluded);
    const scores = new Map([...units].map((unit) => [unit, scored(wanted, unit)]));
    return [...units].sort((a, b) => first.has(b) - first.has(a) || scores.get(b) - scores.get(a) || b - a);
  };

  // Answers a query; `chosen` narrows by values of facets, `typing` takes the last word for the beginning of one.
  const search = async (query, { chosen = {}, sort = "relevance", typing = false } = {}) => {
    const understood = await understand(query, typing);
    const long = isQuestion(understood);
    const [clauses, passedOver] = long ? withoutCommon(understood) : [understood, []];
    const isUnasked = !understood.length && Object.values(chosen).some((values) => values.length);
    const [all, found] = isUnasked ? [everything(), everything()] : matching(clauses, long);
    const units = ordered(clauses, await narrow(found, chosen), long ? new Set() : all, sort);
    return { clauses, passedOver, units, complete: all, found, long };
  };

  // What is looked for in a text: the clauses of a query, those of a question without words that say nothing.
  const told = async (query) => {
    const clauses = await understand(query);
    const long = isQuestion(clauses);
    return { clauses: long ? withoutCommon(clauses)[0] : clauses, long };
  };

  Object.assign(window.archiveSearch, { counts, search, told });
})();
