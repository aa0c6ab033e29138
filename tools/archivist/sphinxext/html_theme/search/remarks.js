// What the search page says of an answer as a whole.
"use strict";
(() => {
  const { tokens, root, LONGEST, make, plural } = window.archiveSearch;

  const summary = (shown) => {
    const total = shown.units.length;
    if (!total) return "Nothing found.";
    const complete = shown.units.filter((unit) => shown.complete.has(unit)).length;
    if (complete === total) return `${plural(total, "result")}.`;
    if (!complete) return `No text has all the words; ${plural(total, "text")} with most of them.`;
    if (shown.long) return `${plural(total, "text")} with most of the words, the best first; ${complete.toLocaleString("en")} of them with all.`;
    return `${plural(complete, "text")} with all the words, then ${(total - complete).toLocaleString("en")} with most of them.`;
  };

  const also = (clause) => {
    const made = (form) => form.endsWith("s") && clause.also.includes(form.slice(0, -1)); // a plural that is looked for
    const others = clause.also.filter((form) => form !== clause.name && !made(form)).slice(0, 6);
    const name = clause.address ? make("a", { href: root + clause.address }, clause.name) : clause.name;
    return make("p", {}, name, `, also: ${others.join(", ")}. `, make("span", { className: "archive-muted" }, "Quotation marks search for the words alone."));
  };

  const remark = (shown, query) => {
    const lines = shown.clauses.filter((clause) => clause.also.length > 1 && !clause.excluded).map(also);
    for (const { insteadOf, terms } of shown.clauses.filter((clause) => clause.insteadOf)) {
      lines.push(make("p", {}, `Nothing has “${insteadOf}”: searched for “${terms[0]}”.`));
    }
    if (shown.passedOver.length) lines.push(make("p", {}, `Left out, since they say little: ${shown.passedOver.join(", ")}.`));
    if (tokens(query).length > LONGEST) lines.push(make("p", {}, `Only the first ${LONGEST} words are looked up.`));
    if (!shown.units.length) lines.push(make("p", {}, "Fewer words, another spelling, or no filter may find more."));
    return lines;
  };

  Object.assign(window.archiveSearch, { remark, summary });
})();
