// The words around a hit: archivist/search/excerpts.py, in step with it.
"use strict";
(() => {
  const { compounds, tokens, index, isLong } = window.archiveSearch;
  const [BEFORE, AFTER] = [80, 220];

  // In a question, words that four of five texts have are not marked, unless it has no others.
  const telling = (clauses) => {
    const wanted = clauses.filter((clause) => !clause.excluded);
    const rare = isLong(clauses) ? wanted.filter((clause) => 5 * clause.hits.size <= 4 * index.meta().units) : wanted;
    return rare.length ? rare : wanted;
  };

  const soughtBy = (clauses) =>
    telling(clauses)
      .map(({ runs, weight }) => ({
        runs: new Set(runs.map((run) => run.join(" "))),
        lengths: [...new Set(runs.map((run) => run.length))].sort((a, b) => b - a),
        weight,
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

  // The spans of a text that clauses look for, and which clauses were found.
  const marks = (text, sought) => {
    const placed = tokens(text);
    const names = placed.map((token) => token.term);
    const wholes = new Map(compounds(text, placed).map((one) => [one.first, one]));
    const spans = [];
    const found = new Set();
    sought.forEach((clause, number) => {
      for (let at = 0; at < names.length; at += 1) {
        const reads = (n) => at + n <= names.length && clause.runs.has(names.slice(at, at + n).join(" "));
        const length = clause.lengths.find(reads);
        const whole = !length && wholes.has(at) && clause.runs.has(wholes.get(at).term) ? wholes.get(at) : null;
        if (!length && !whole) continue;
        spans.push(whole ? [whole.start, whole.end] : [placed[at].start, placed[at + length - 1].end]);
        found.add(number);
      }
    });
    return { spans: joined(spans), found };
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
    return { text, places, excerpts: excerptsOf(text, soughtBy(answer.clauses)), complete: answer.complete.has(unit) };
  };

  Object.assign(window.archiveSearch, { marks, result, soughtBy, windowOf });
})();
