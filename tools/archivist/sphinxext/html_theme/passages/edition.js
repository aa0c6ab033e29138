// Where the edition is offered: its citation, in the style that the reader chose.
"use strict";
(() => {
  if (!window.archiveCiting) return;
  const { restyle, styled } = window.archiveCiting;
  const give = (found) => {
    const { entry, plain } = styled(found.works[0]);
    return [entry, plain];
  };
  restyle(document.querySelector("#edition-citation"), "_edition", give);
})();
