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

  const identified = async (query) => {
    const [whole, code, id, digest, locator = ""] = IDENTIFIER.exec(query) || [];
    if (!whole || !/[#@:]|-.*-/.test(query)) return null;
    await index.open();
    const known = code === undefined || code === index.meta().code ? await index.document(id) : null;
    if (!known) return null;
    const [title, address] = known;
    const place = locator && ` ${locator[1] === "p" ? "¶ " : "characters "}${locator.slice(2).replace("-", "–")}`;
    const link = make("a", { className: "search-hit", href: `${root}${address}${digest ? `?sha256=${digest}` : ""}${locator}` }, `${title}${place && `,${place}`}`);
    const entry = make("li", { className: "search-result" }, make("h2", {}, link));
    entry.append(make("p", { className: "search-place archive-muted" }, ...copier(query)));
    return entry;
  };

  Object.assign(window.archiveSearch, { identified, item, make, plural });
})();
