// Entries and titles that begin as what is typed: a combobox with a list (ARIA Authoring Practices, combobox).
"use strict";
(() => {
  const { tokens, index, root } = window.archiveSearch;
  const MOST = 6;

  const begins = (form, terms) => {
    const words = tokens(form).map((token) => token.term);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  };

  // The very name first, then what begins so, then what has it further on.
  const rank = ([label, , form], terms) => {
    const places = [form, label].map((name) => ` ${tokens(name).map((token) => token.term).join(" ")} `);
    const typed = ` ${terms.join(" ")}`;
    if (places.includes(`${typed} `)) return 0;
    return places.some((name) => name.startsWith(`${typed} `)) ? 1 : places.some((name) => name.startsWith(typed)) ? 2 : 3;
  };

  const suggested = async (query) => {
    const terms = tokens(query).map((token) => token.term);
    const last = terms[terms.length - 1];
    if (!last || [...last].length < 2) return [];
    await index.open();
    const names = await index.suggestions([...last].slice(0, 2).join(""));
    const fitting = names.filter(([label, , form]) => begins(form, terms) || begins(label, terms));
    return fitting.sort((one, other) => rank(one, terms) - rank(other, terms)).slice(0, MOST);
  };

  const suggestIn = (input) => {
    const list = document.createElement("ul");
    Object.assign(list, { id: `${input.id}-suggestions`, className: "search-suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Entries and titles");
    input.insertAdjacentElement("afterend", list);
    const attributes = { role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

    let active = -1;
    const activate = (at) => {
      active = at;
      [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[at].id);
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    };
    const go = (option) => location.assign(option.dataset.address);

    const optionOf = ([label, address, form], number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = root + address;
      option.textContent = form === label ? label : `${label} (${form})`;
      return option;
    };

    const show = async () => {
      const typed = input.value;
      const found = await suggested(typed).catch(() => []);
      if (typed !== input.value) return;
      close();
      list.replaceChildren(...found.map(optionOf));
      list.style.top = `${input.offsetTop + input.offsetHeight}px`;
      const open = found.length > 0 && document.activeElement === input;
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
    };

    input.addEventListener("input", show);
    input.addEventListener("blur", () => setTimeout(close, 150));
    input.addEventListener("keydown", (event) => {
      const count = list.hidden ? 0 : list.children.length;
      if (event.key === "Escape" && count) {
        close();
        event.preventDefault();
      } else if (event.key === "ArrowDown" && count) {
        activate(active + 1 < count ? active + 1 : -1);
        event.preventDefault();
      } else if (event.key === "ArrowUp" && count) {
        activate(active < 0 ? count - 1 : active - 1);
        event.preventDefault();
      } else if (event.key === "Enter" && active >= 0) {
        go(list.children[active]);
        event.preventDefault();
      } else if (event.key === "Enter") {
        close();
      }
    });
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) go(option);
    });
    show();
  };

  window.archiveSearch.suggestIn = suggestIn;
})();
