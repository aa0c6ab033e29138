// What the search page shows of a result: title, paragraphs with the words marked, identifiers to copy.
"use strict";
(() => {
  const { index, windowOf, root } = window.archiveSearch;

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

  const marked = ({ paragraph, spans }, [start, end]) => {
    const parts = [start > 0 ? "… " : ""];
    let at = start;
    for (const [from, to] of spans) {
      if (to <= start || from >= end) continue;
      parts.push(paragraph.slice(at, Math.max(at, from)), make("mark", {}, paragraph.slice(Math.max(from, start), Math.min(to, end))));
      at = Math.min(to, end);
    }
    return [...parts, paragraph.slice(at, end), end < paragraph.length ? " …" : ""];
  };

  const pageOf = (text, number, query) => {
    const [page] = text.address.split("#");
    const anchor = number || text.address.split("#")[1]?.slice(1);
    return `${root}${page}?${new URLSearchParams({ q: query })}${anchor ? `#p${anchor}` : ""}`;
  };

  const copier = (identifier) => {
    const copy = make("button", { type: "button", className: "search-copy" }, "Copy");
    copy.setAttribute("aria-label", `Copy ${identifier}`);
    copy.dataset.copy = identifier;
    return [make("code", { className: "archive-identifier" }, identifier), " ", copy];
  };

  const passage = (text, excerpt, link) => {
    const identifier = `${index.meta().code ? `${index.meta().code}:` : ""}${text.id}@${text.digest}#p${excerpt.number}`;
    const words = make("p", { className: "search-excerpt", dir: "auto" }, ...marked(excerpt, windowOf(excerpt)));
    if (text.language !== "unknown") words.lang = text.language;
    if (excerpt.note) words.append(" ", make("span", { className: "archive-kind" }, `an editor’s note reads: ${excerpt.note}`));
    const place = link ? make("a", { href: link }, `¶ ${excerpt.number}`) : `¶ ${excerpt.number}`;
    return [words, make("p", { className: "search-place archive-muted" }, place, " ", ...copier(identifier))];
  };

  const item = ({ text, places, excerpts, complete }, query) => {
    const [first, ...others] = excerpts;
    const link = make("a", { className: "search-hit", href: pageOf(text, first ? first.number : 0, query) }, text.title);
    const about = [text.date, text.type.replaceAll("-", " "), text.heading && `part of ${text.heading}`].filter(Boolean);
    const entry = make("li", { className: "search-result" }, make("h2", {}, link), make("p", { className: "archive-muted" }, about.join(" · ")));
    if (first) entry.append(...passage(text, first, ""));
    else entry.append(make("p", { className: "search-excerpt", dir: "auto" }, text.pieces.slice(0, 4).map((piece) => piece[1]).join(" ").slice(0, 200)));
    const second = [...others.filter(({ note }) => note), ...others.filter(({ note }) => !note)].slice(0, 2);
    const left = places - [first, ...second].reduce((sum, one) => sum + (one ? one.spans.length : 0), 0);
    if (second.length || left > 0) entry.append(furtherPlaces(text, second, left > 0, query));
    if (!complete) entry.classList.add("search-partial");
    return entry;
  };

  const furtherPlaces = (text, others, isMore, query) => {
    if (!others.length) return make("p", { className: "archive-muted" }, "Found in more places of this document.");
    const label = `${plural(others.length, "more paragraph")}${isMore ? ", and further places," : ""} in this document`;
    const body = others.flatMap((excerpt) => passage(text, excerpt, pageOf(text, excerpt.number, query)));
    // What an editor's note reads stands beside words that say otherwise: it is not folded away.
    return make("details", { className: "search-others", open: others.some(({ note }) => note) }, make("summary", {}, label), ...body);
  };

  // What an identifier names: archivist/search/identifying.py.
  const IDENTIFIER = /^(?:([a-z0-9-]+):)?([a-z0-9][a-z0-9-]*)(?:@([0-9a-f]{16}))?(#(?:p[0-9]+(?:-[0-9]+)?|c[0-9]+-[0-9]+))?$/;

  // Why there is no such passage, and the nearest locator that is there.
  const fitting = (id, locator, paragraphs, length) => {
    if (!locator) return ["", ""];
    if (!paragraphs) return [`no text of ${id} is published, and so no passages of it`, ""];
    const kind = locator[1];
    const [least, most, unit] = kind === "p" ? [1, paragraphs, "paragraph"] : [0, length, "code point"];
    const [first, last = first] = locator.slice(2).split("-").map(Number);
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    const start = Math.min(Math.max(low, least), kind === "p" ? most : most - 1);
    const end = Math.min(Math.max(high, kind === "p" ? start : start + 1), most);
    const nearest = kind === "p" && start === end ? `#p${start}` : `#${kind}${start}-${end}`;
    if (first > last || (kind === "c" && first === last)) return ["a passage cannot end where it begins, or before", nearest];
    if (least <= first && last <= most) return ["", locator];
    return [`this passage is not there: ${id} has ${plural(most, unit)}, from ${least}`, nearest];
  };

  // An entry for the list, and why what it leads to is only the nearest that is there; null for other words.
  const identified = async (query) => {
    const [whole, code, id, bound, locator = ""] = IDENTIFIER.exec(query) || [];
    if (!whole) return null;
    await index.open();
    if (!/[#@:0-9-]/.test(query) && !index.meta().words.includes(query)) return null;
    const known = code === undefined || code === index.meta().code ? await index.document(id) : null;
    if (!known) return null;
    const [title, address, digest, paragraphs, length] = known;
    const [misplaced, nearest] = fitting(id, locator, paragraphs, length);
    const isOther = bound !== undefined && bound !== digest;
    const missing = isOther ? `${id} has another text than the one that this is bound to` : misplaced;
    const place = nearest && ` ${nearest[1] === "p" ? "¶ " : "characters "}${nearest.slice(2).replace("-", "–")}`;
    const link = make("a", { className: "search-hit", href: `${root}${address}${bound ? `?sha256=${digest}` : ""}${nearest}` }, `${title}${place && `,${place}`}`);
    const entry = make("li", { className: "search-result" }, make("h2", {}, link));
    const identifier = missing ? `${code === undefined ? "" : `${code}:`}${id}${bound ? `@${digest}` : ""}${nearest}` : query;
    entry.append(make("p", { className: "search-place archive-muted" }, ...copier(identifier)));
    return { entry, missing };
  };

  Object.assign(window.archiveSearch, { identified, item, make, plural });
})();
