// What is cited of a document: itself, a part, or a passage of either.
"use strict";
(() => {
  const { bound, code, id } = window.archivePassages;
  if (!window.archiveCiting || !bound) return;
  const { styled } = window.archiveCiting;

  // [entry, citation within a text]. A passage within one part is cited as of that part; all the paragraphs of a part
  // cite the part.
  const cited = (found, passage) => {
    const { first, last, wholes } = passage || { first: 0, last: 0 };
    const part = passage && found.works.slice(1).find((work) => work.first <= first && last <= work.last);
    const isPart = part && wholes && part.first === first && part.last === last;
    const { entry, plain, before, one, several, after } = styled(part || found.works[0]);
    const words = entry.replaceAll(`${code}:${id}`, bound + (passage ? passage.locator : ""));
    if (!passage || isPart || !one) return [words, plain];
    const label = last > first ? `${several}${first}–${last}` : `${one}${first}`;
    const note = before + label + after;
    return [words, note.replaceAll(`${code}:${id}`, bound + passage.locator)];
  };

  Object.assign(window.archivePassages, { cited });
})();
