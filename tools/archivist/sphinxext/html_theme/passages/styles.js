// Citations in the style that the reader chose, which is remembered; and what shows them: on documents' pages, and where
// the edition is offered.
"use strict";
(() => {
  const card = document.querySelector("[data-styles]");
  if (!card) return;
  const styles = JSON.parse(card.dataset.styles || "[]"); // [key, name]; the first is the one taken without a choice
  const root = document.currentScript.src.replace(/[^/]*\/[^/]*$/, "");

  // --- citations ---------------------------------------------------------------------------------------------------

  const loading = new Map();
  const load = (name) => {
    const request = (resolve, reject) => {
      window.archiveCitations = { put: (_id, _of, value) => resolve(value) };
      const script = document.createElement("script");
      script.src = `${root}citations/${name}.js`;
      script.addEventListener("error", () => reject(new Error("no citations")));
      document.head.append(script);
    };
    if (!loading.has(name)) loading.set(name, new Promise(request));
    return loading.get(name);
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
  const chosen = () => style;
  const styled = (work) => work.styles[style || styles[0][0]];
  // What the style calls a citation within a text; empty where it has none.
  const noteLabel = (found) => found.styles.find(([key]) => key === (style || styles[0][0]))[2];

  const fill = (element, html) => {
    const template = document.createElement("template");
    template.innerHTML = html; // our own file: words escaped, and no elements but i, b, sup, sub, small
    element.replaceChildren(template.content);
  };

  // --- elements ----------------------------------------------------------------------------------------------------

  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "archive-button", textContent: label });
    made.addEventListener("click", act);
    return made;
  };

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

  // The row of the citation within a text: named as the style does, and not there where the style has none.
  const fillNote = (made, label, html) => {
    const [name, words, copying] = made.children;
    made.hidden = !label;
    name.textContent = label;
    fill(words, label && html);
    copying.firstChild.setAttribute("aria-label", `Copy: ${label}`);
  };

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

  // A citation that is printed on the page, in the style that is chosen; without a choice as it was printed. `give` has
  // for what was loaded the entry and the citation within a text.
  const restyle = (own, name, give) => {
    const printed = own.textContent;
    const note = Object.assign(row("In the text", `${own.id}-note`), { hidden: true });
    const refresh = async () => {
      const found = style ? await load(name) : null;
      if (!found) own.textContent = printed;
      else fill(own, give(found)[0]);
      fillNote(note, found && give(found)[1] ? noteLabel(found) : "", found && give(found)[1]);
    };
    own.parentElement.before(chooser(() => {}, [["", "plain"]]));
    own.parentElement.after(note);
    whenChosen(() => refresh().catch(() => {}));
    if (style) refresh().catch(() => {});
  };

  window.archiveCiting = { button, chooser, chosen, element, fill, fillNote, load, noteLabel, restyle, row, root, styled, styles };
})();
