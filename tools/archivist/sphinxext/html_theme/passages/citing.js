// A document's citations: loaded when they are wanted, in the style that the reader chose.
"use strict";
(() => {
  const { bound, code, id, styles, root } = window.archivePassages;
  if (!styles) return;

  // --- citations ---------------------------------------------------------------------------------------------------

  let citations = null;
  const loadCitations = () => {
    citations ||= new Promise((resolve, reject) => {
      window.archiveCitations = { put: (_id, _of, value) => resolve(value) };
      const script = document.createElement("script");
      script.src = `${root}citations/${id}.js`;
      script.addEventListener("error", () => reject(new Error("no citations")));
      document.head.append(script);
    });
    return citations;
  };

  let style = "";
  try {
    style = localStorage.getItem("archive-style") || "";
  } catch {
    // No storage: the choice lasts as long as the page.
  }
  if (!styles.some(([key]) => key === style)) style = "";
  const choose = (key) => {
    style = key;
    try {
      localStorage.setItem("archive-style", key);
    } catch {
      // As above.
    }
    for (const select of document.querySelectorAll("select.archive-style")) select.value = key || select.options[0].value;
  };

  // A passage within one part is cited as of that part; all the paragraphs of a part cite the part.
  const cited = (found, passage) => {
    const { first, last, wholes } = passage || { first: 0, last: 0 };
    const part = passage && found.works.slice(1).find((work) => work.first <= first && last <= work.last);
    const isPart = part && wholes && part.first === first && part.last === last;
    const { entry, plain, before, one, several, after } = (part || found.works[0]).styles[style || styles[0][0]];
    const words = entry.replaceAll(`${code}:${id}`, bound + (passage ? passage.locator : ""));
    if (!passage || isPart || !one) return [words, plain];
    const label = last > first ? `${several}${first}–${last}` : `${one}${first}`;
    const note = before + label + after;
    return [words, note.replaceAll(`${code}:${id}`, bound + passage.locator)];
  };

  const fill = (element, html) => {
    const template = document.createElement("template");
    template.innerHTML = html; // our own file: words escaped, and no elements but i, b, sup, sub, small
    element.replaceChildren(template.content);
  };

  // --- elements ----------------------------------------------------------------------------------------------------

  function button(label, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "archive-button", textContent: label });
    made.addEventListener("click", act);
    return made;
  }

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const copier = (copies, label) => {
    const made = button("Copy", () => {});
    Object.assign(made.dataset, { action: "copy", copies });
    made.setAttribute("aria-label", `Copy: ${label}`);
    return element("span", { className: "archive-copier" }, made, element("output", { className: "archive-verdict", ariaLive: "polite" }));
  };

  const row = (label, key) =>
    element("div", { className: "archive-cited-row" },
      element("strong", { textContent: label }), element("p", { id: key, className: "archive-citation" }), copier(key, label));

  // Calls `changed` when another style is chosen here, and `whenChosen`, once given, wherever it is.
  let refreshAll = () => {};
  const whenChosen = (act) => (refreshAll = act);
  const chooser = (changed, first) => {
    const select = element("select", { className: "archive-style" });
    for (const [key, name] of [...first, ...styles]) select.append(element("option", { value: key, textContent: name }));
    select.value = style || select.options[0].value;
    select.addEventListener("change", () => {
      choose(select.value);
      changed();
      refreshAll();
    });
    return element("label", { className: "archive-style-choice" }, "Style ", select);
  };

  const chosen = () => style;
  Object.assign(window.archivePassages, { button, chooser, chosen, cited, element, fill, loadCitations, row, whenChosen });
})();
