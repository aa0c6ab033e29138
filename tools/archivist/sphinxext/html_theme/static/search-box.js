// On every page: keys that lead to the search, and what else is loaded only when somebody searches.
"use strict";
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const loaded = new Map();

  const load = (file) => {
    if (!loaded.has(file)) {
      loaded.set(file, new Promise((resolve, reject) => {
        const there = document.querySelector(`script[src$="/${file}"], script[src="${file}"]`);
        if (there) return resolve();
        const script = Object.assign(document.createElement("script"), { src: here + file, async: false, onload: resolve, onerror: reject });
        document.head.append(script);
      }));
    }
    return loaded.get(file);
  };

  const loadStyle = () => {
    if (document.querySelector('link[href$="search.css"]')) return;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${here}search.css` }));
  };

  const withEngine = (...files) => {
    loadStyle();
    return Promise.all(["search.js", ...files].map(load));
  };

  const field = () => document.querySelector("#archive-query") || document.querySelector("#archive-q");
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field().focus();
    field().select();
  }, true);

  for (const input of document.querySelectorAll("#archive-query, #archive-q")) {
    const start = () => {
      input.removeEventListener("input", start);
      withEngine("search-suggest.js").then(() => window.archiveSearch.suggestIn(input), () => {});
    };
    input.addEventListener("input", start);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.getAttribute("aria-expanded") !== "true") input.blur(); // closes the list first
    });
  }

  const query = new URLSearchParams(location.search).get("q");
  const text = document.querySelector(".source-text");
  if (query && text) withEngine("search-landing.js").then(() => window.archiveSearch.land(query, text)).catch(() => {});
})();
