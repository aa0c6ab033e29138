// Set the colours before the first paint: the reader's own choice, else the system's. Storage may be forbidden.
"use strict";
(() => {
  const root = document.documentElement;
  let choice = null;
  try {
    choice = localStorage.getItem("archive-theme");
  } catch {
    // Private windows and some file:// pages have no storage: the system's choice holds.
  }
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    root.dataset.theme = choice || (dark.matches ? "dark" : "light");
  };
  apply();
  dark.addEventListener("change", apply);
  root.classList.add("archive-scripted");
})();
