// The words around a hit: archivist/search/excerpts.py, in step with it.
"use strict";
(() => {
  const { compounds, tokens, index } = window.archiveSearch;
  const [BEFORE, AFTER, ROW] = [80, 220, 3];
  const BRACKETS = ["()", "[]"];

  // In a question, words that four of five texts have are not marked, unless it has no others.
  const telling = ({ clauses, long }) => {
    const wanted = clauses.filter((clause) => !clause.excluded);
    const rare = long ? wanted.filter((clause) => 5 * clause.hits.size <= 4 * index.meta().units) : wanted;
    return rare.length ? rare : wanted;
  };

  const soughtBy = (answer) =>
    telling(answer)
      .map(({ runs, weight, paired, item }) => ({
        runs: new Set(runs.map((run) => run.join(" "))),
        lengths: [...new Set(runs.map((run) => run.length))].sort((a, b) => b - a),
        weight,
        item: paired ? item : -1,
      }));

  const joined = (spans) => {
    const found = [];
    for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = found[found.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  };

  // Pairs that overlap, joined, without rows too short to be a word where more pairs were typed in a row.
  const rowsOf = (pairs, typed) => {
    const rows = [];
    for (const [start, end] of pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
      const last = rows[rows.length - 1];
      if (last && start < last.end) Object.assign(last, { end: Math.max(end, last.end), size: last.size + 1 });
      else rows.push({ start, end, size: 1 });
    }
    const longest = rows.reduce((most, { size }) => Math.max(most, size), 0);
    const least = typed === 1 ? 1 : Math.max(2, Math.min(ROW, longest));
    return rows.filter(({ size }) => size >= least).map(({ start, end }) => [start, end]);
  };

  // With the bracket that closes what a span opens, or opens what it closes.
  const bracketed = (text, [start, end]) => {
    for (const [opening, closing] of BRACKETS) {
      const within = text.slice(start, end);
      const surplus = within.split(opening).length - within.split(closing).length;
      if (surplus === 1 && text[end] === closing) end += 1;
      else if (surplus === -1 && text[start - 1] === opening) start -= 1;
    }
    return [start, end];
  };

  // The spans of a text that clauses look for, and which clauses were found. Of a script without spaces whole words are
  // marked, as far as pairs tell.
  const marks = (text, sought) => {
    const placed = tokens(text);
    const names = placed.map((token) => token.term);
    const wholes = new Map(compounds(text, placed).map((one) => [one.first, one]));
    const spans = [];
    const pairs = new Map();
    const typed = new Map();
    const found = new Set();
    sought.forEach((clause, number) => {
      const into = clause.item < 0 ? spans : pairs.get(clause.item) || [];
      if (clause.item >= 0) {
        pairs.set(clause.item, into);
        typed.set(clause.item, (typed.get(clause.item) || 0) + 1);
      }
      for (let at = 0; at < names.length; at += 1) {
        const reads = (n) => at + n <= names.length && clause.runs.has(names.slice(at, at + n).join(" "));
        const length = clause.lengths.find(reads);
        const whole = !length && wholes.has(at) && clause.runs.has(wholes.get(at).term) ? wholes.get(at) : null;
        if (!length && !whole) continue;
        into.push(whole ? [whole.start, whole.end] : [placed[at].start, placed[at + length - 1].end]);
        found.add(number);
      }
    });
    for (const [item, ofItem] of pairs) spans.push(...rowsOf(ofItem, typed.get(item)));
    return { spans: joined(spans).map((span) => bracketed(text, span)), found };
  };

  const bestBlock = (votes) => {
    const tally = new Map();
    for (const [block, weight] of votes) tally.set(block, (tally.get(block) || 0) + weight);
    const blocks = [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return blocks.length ? blocks[0][0] : 1;
  };

  const excerptsOf = (text, sought) => {
    const ranked = [];
    text.pieces.forEach(([number, paragraph, ...notes], order) => {
      const { spans, found } = marks(paragraph, sought);
      const all = new Set(found);
      let note = "";
      for (const reading of notes) {
        const here = [...marks(reading, sought).found].filter((clause) => !found.has(clause));
        if (here.length) note = reading;
        for (const clause of here) all.add(clause);
      }
      if (!all.size) return;
      const weight = [...all].reduce((sum, clause) => sum + sought[clause].weight, 0);
      ranked.push({ score: weight * 100 + Math.min(99, spans.length), order, number, paragraph, spans, note });
    });
    return ranked.sort((a, b) => b.score - a.score || a.order - b.order);
  };

  // The part of a paragraph to show: whole words around its first mark.
  const windowOf = ({ paragraph, spans }) => {
    const centre = spans.length ? spans[0][0] : 0;
    let start = Math.max(0, centre - BEFORE);
    let end = Math.min(paragraph.length, centre + AFTER);
    while (start > 0 && /\S/.test(paragraph[start - 1]) && centre - start < 2 * BEFORE) start -= 1;
    while (end < paragraph.length && /\S/.test(paragraph[end]) && end - centre < 2 * AFTER) end += 1;
    return [start, end];
  };

  // A unit's text with the paragraphs of its best block in which the query was found, the best first.
  const result = async (answer, unit) => {
    const wanted = answer.clauses.filter((clause) => !clause.excluded && clause.hits.has(unit));
    const hits = wanted.map((clause) => [clause.hits.get(unit), clause.weight]);
    const block = bestBlock(hits.filter(([hit]) => hit.frequency).map(([hit, weight]) => [hit.block, weight]));
    const text = await index.text(unit, block);
    const places = hits.reduce((sum, [hit]) => sum + hit.frequency, 0);
    return { text, places, excerpts: excerptsOf(text, soughtBy(answer)), complete: answer.complete.has(unit) };
  };

  Object.assign(window.archiveSearch, { marks, result, soughtBy, windowOf });
})();
