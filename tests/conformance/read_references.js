// Read files of references with citation-js and print them as CSL-JSON, an array a file: node read_references.js FILE…
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-csl");
require("@citation-js/plugin-ris");
const fs = require("fs");

for (const file of process.argv.slice(2)) {
  const cite = new Cite(fs.readFileSync(file, "utf-8"), { generateGraph: false });
  console.log(JSON.stringify(cite.data));
}
