// The search page: what was typed, results, facets, the state in the address.
"use strict";
(() => {
  const { search, result, counts, index, identified, item, make, remark, summary } = window.archiveSearch;
  const find = (selector) => document.querySelector(selector);
  const form = find(".archive-search-page");
  const input = find("#archive-query");
  const sort = find("#search-sort");
  const results = find("#search-results");
  const status = find("#search-status");
  const remarks = find("#search-remarks");
  const facets = find("#search-facets");
  const more = find("#search-more");
  const A_PAGE = 10;
  const SMALL = 4000; // bytes of a facet that is counted at once; a larger one when it is opened
  const VALUES = 10;
  // What an address may narrow by, as in archivist/search/units.py; anything else in it (utm_source=…) is not ours.
  const FACETS = ["year", "country", "organisation", "type", "language", "instrument"];

  const { title } = document;
  let chosen = {};
  let shown = null; // the answer on the page
  let turn = 0; // grows with every search: what comes late is dropped

  // --- state in the address ----------------------------------------------------------------------------------------

  const readAddress = () => {
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") || "";
    sort.value = given.get("sort") || "relevance";
    if (!sort.value) sort.value = "relevance";
    chosen = {};
    for (const name of FACETS) if (given.has(name)) chosen[name] = given.getAll(name);
  };

  const address = (query) => {
    const state = new URLSearchParams();
    if (query) state.set("q", query);
    if (sort.value !== "relevance") state.set("sort", sort.value);
    for (const name of Object.keys(chosen).sort()) for (const value of chosen[name]) state.append(name, value);
    return `?${state}`;
  };

  const writeAddress = (query, push) => {
    try {
      history[push ? "pushState" : "replaceState"](null, "", address(query));
    } catch {
      // Some browsers refuse this for files; the search works without.
    }
  };

  // --- results -----------------------------------------------------------------------------------------------------

  const showMore = async (mine) => {
    const list = results.querySelector("ol") || results.appendChild(make("ol", { className: "search-list" }));
    const next = shown.units.slice(list.children.length, list.children.length + A_PAGE);
    const read = await Promise.all(next.map((unit) => result(shown, unit)));
    if (mine !== turn) return;
    const at = list.children.length;
    list.append(...read.map((one) => item(one, input.value)));
    more.hidden = list.children.length >= shown.units.length;
    if (at) list.children[at].querySelector("a").focus();
  };

  // --- facets ------------------------------------------------------------------------------------------------------

  const choice = (name, [value, count]) => {
    const box = make("input", { type: "checkbox", value, checked: (chosen[name] || []).includes(value) });
    box.dataset.facet = name;
    return make("li", {}, make("label", {}, box, " ", value, " ", make("span", { className: "archive-muted" }, `(${count.toLocaleString("en")})`)));
  };

  const fill = async (group, name) => {
    const mine = turn;
    const values = await counts(shown, name, chosen);
    if (mine !== turn) return;
    const selected = (value) => ((chosen[name] || []).includes(value) ? 1 : 0);
    if (name !== "year") values.sort((a, b) => selected(b[0]) - selected(a[0]) || b[1] - a[1]);
    const limit = group.dataset.all ? Infinity : VALUES;
    const list = make("ul", {}, ...values.slice(0, limit).map((value) => choice(name, value)));
    const parts = [list];
    if (values.length > limit) {
      const all = make("button", { type: "button", className: "search-all" }, `all ${values.length}`);
      all.addEventListener("click", () => {
        group.dataset.all = "yes";
        fill(group, name);
      });
      parts.push(all);
    }
    group.querySelector("fieldset").replaceChildren(group.querySelector("legend"), ...parts);
  };

  let groups = facets; // where the screen is narrow, what one heading opens
  const makeFacets = () => {
    const wide = matchMedia("(min-width: 48.01rem)").matches;
    if (!wide) {
      groups = make("div");
      facets.append(make("details", { open: Object.keys(chosen).length > 0 }, make("summary", {}, "Narrow the results"), groups));
    }
    for (const [name, label, size] of index.meta().facets) {
      const legend = make("legend", { className: "archive-hidden" }, label);
      const group = make("details", {}, make("summary", {}, label), make("fieldset", {}, legend));
      group.dataset.facet = name;
      group.open = (size <= SMALL && wide) || Boolean(chosen[name]);
      group.addEventListener("toggle", () => group.open && shown && fill(group, name));
      groups.append(group);
    }
  };

  const showFacets = async () => {
    if (!facets.children.length) makeFacets();
    const focused = document.activeElement.dataset ? document.activeElement.dataset.facet && document.activeElement : null;
    const open = [...groups.children].filter((group) => group.open);
    await Promise.all(open.map((group) => fill(group, group.dataset.facet)));
    if (!focused) return;
    const again = facets.querySelector(`input[data-facet="${focused.dataset.facet}"][value="${CSS.escape(focused.value)}"]`);
    if (again) again.focus();
  };

  // --- searching ---------------------------------------------------------------------------------------------------

  const clear = () => {
    results.replaceChildren();
    remarks.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    find("#search-narrow").hidden = true;
    sort.closest("p").hidden = true;
    results.dataset.searchState = "idle";
  };

  const fail = (error) => {
    clear();
    results.dataset.searchState = "failed";
    status.textContent = "The search index is missing or out of date.";
    const text = `${error.message}. Reload this page; if that does not help, the site has to be built again. The lists lead on: `;
    const links = [...document.querySelectorAll("#search-lists a")].flatMap((link) => [link.cloneNode(true), " "]);
    remarks.append(make("p", { className: "archive-warning" }, text, ...links));
  };

  const showNamed = ({ entry, missing }) => {
    clear();
    results.append(make("ol", { className: "search-list" }, entry));
    const wrong = missing && `${missing[0].toUpperCase()}${missing.slice(1)}. The nearest is:`;
    status.textContent = wrong || "This is what the identifier names.";
    results.dataset.searchState = "done";
  };

  const run = async ({ typing = false, push = false } = {}) => {
    const mine = ++turn;
    const query = input.value.trim();
    writeAddress(query, push);
    document.title = query ? `${query.slice(0, 60)} – ${title}` : title;
    if (!query && !Object.keys(chosen).length) return clear();
    results.dataset.searchState = "loading";
    try {
      const named = await identified(query);
      if (named && mine === turn) return showNamed(named);
      const answer = await search(query, { chosen, sort: sort.value, typing });
      if (mine !== turn) return;
      shown = answer;
      results.replaceChildren();
      remarks.replaceChildren(...remark(answer, query));
      status.textContent = summary(answer);
      sort.closest("p").hidden = answer.units.length < 2;
      find("#search-narrow").hidden = !answer.found.size;
      await Promise.all([showMore(mine), showFacets()]);
      if (mine === turn) results.dataset.searchState = "done";
    } catch (error) {
      if (mine === turn) fail(error);
    }
  };

  // --- wiring ------------------------------------------------------------------------------------------------------

  const copyText = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).then(() => true, () => false);
    }
    const field = document.body.appendChild(make("textarea", { value: text, className: "archive-hidden" }));
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  const onCopy = async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const done = await copyText(button.dataset.copy);
    status.textContent = done ? `Copied ${button.dataset.copy}` : `Copy by hand: ${button.dataset.copy}`;
    button.focus();
  };

  const onChoose = (event) => {
    const { facet: name } = event.target.dataset;
    if (!name) return;
    const others = (chosen[name] || []).filter((value) => value !== event.target.value);
    chosen[name] = event.target.checked ? [...others, event.target.value] : others;
    if (!chosen[name].length) delete chosen[name];
    run({ push: true });
  };

  // Down and up go from the field through the results and back.
  const onArrow = (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...results.querySelectorAll(".search-hit")];
    const at = links.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
  };

  const onArrowInField = (event) => {
    const first = results.querySelector(".search-hit");
    if (event.key !== "ArrowDown" || !first || input.getAttribute("aria-expanded") === "true") return;
    event.preventDefault();
    first.focus();
  };

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 150, { typing: true });
  });
  input.addEventListener("keydown", onArrowInField);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run({ push: true });
  });
  sort.addEventListener("change", () => run({ push: true }));
  facets.addEventListener("change", onChoose);
  results.addEventListener("click", onCopy);
  results.addEventListener("keydown", onArrow);
  more.addEventListener("click", () => showMore(turn).catch(fail));
  window.addEventListener("popstate", () => {
    readAddress();
    run();
  });
  readAddress();
  run();
})();
