// Formats works with citeproc-js, each as if alone, and prints entry and citations as JSON by the work's id.
// Arguments: citeproc's folder, the works, the style, the folder of locales, the locale.
"use strict";
const fs = require("fs");
const [citeproc, works, style, locales, locale] = process.argv.slice(2);
const CSL = require(citeproc);

const read = (path) => fs.readFileSync(path, "utf8");
const known = new Map();
const system = {
  retrieveLocale: (name) => read(`${locales}/locales-${name === "en-GB" ? "en-GB" : "en-US"}.xml`),
  retrieveItem: (id) => known.get(id),
};
const engine = new CSL.Engine(system, read(style), locale, true);

const cited = (work, locator) => {
  const item = locator ? { id: work.id, locator, label: "paragraph" } : { id: work.id };
  return engine.previewCitationCluster({ citationItems: [item], properties: { noteIndex: 1 } }, [], [], "html");
};

const found = {};
for (const work of JSON.parse(read(works))) {
  if (work.archive_location) work.archive_location = `<span class="nocase">${work.archive_location}</span>`;
  known.set(work.id, work);
  engine.updateItems([work.id]);
  found[work.id] = [engine.makeBibliography()[1].join(""), cited(work), cited(work, "12"), cited(work, "12-14")];
}
console.log(JSON.stringify(found));
