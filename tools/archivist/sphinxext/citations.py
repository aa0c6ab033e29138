"""Citations on the site, in every style: a script a document, for itself and its parts, and one for the edition.

Formatting is the dearest part of a page, so what an earlier build left is kept while it is of the same works: each
file begins with a digest of what it was made from.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.citing import STYLES, cite_all
from archivist.citing.styles import style_text
from archivist.citing.works import edition_work
from archivist.export.imprint import edition_of
from archivist.sphinxext.imprint import imprint_from
from archivist.sphinxext.pieces import works_of
from archivist.sphinxext.scripts import is_there, opening, write_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

    from archivist.citing import Citation
    from archivist.sphinxext.domain import ArchiveDomain

Json = dict[str, Any]

_EDITION = "_edition"  # no document's id has an underscore
_FORMAT = "3"  # of the files and of how works are formatted: those of another are written anew
_AT_ONCE = 500  # documents that are formatted in one run, to bound memory


def publish_citations(app: Sphinx, domain: ArchiveDomain) -> set[Path]:
    """Write the citations that are not there or no longer right; give the paths of all."""
    folder = Path(app.outdir) / "citations"
    folder.mkdir(exist_ok=True)
    paths = {id_: folder / f"{id_}.js" for id_ in sorted(domain.documents)}
    wanted = {id_: works_of(domain, id_) for id_ in paths}
    paths[_EDITION] = folder / f"{_EDITION}.js"
    wanted[_EDITION] = _edition_works(app)
    stale = [id_ for id_, path in paths.items() if not is_there(path, _opening(id_, wanted[id_]))]
    for start in range(0, len(stale), _AT_ONCE):
        _write({id_: wanted[id_] for id_ in stale[start : start + _AT_ONCE]}, paths)
    return set(paths.values())


def _edition_works(app: Sphinx) -> str:
    """Give the edition as `works_of` gives a document: without paragraphs."""
    edition = edition_of(Path(app.confdir), imprint_from(app.config))
    return json.dumps([{"first": 0, "last": 0, "work": edition_work(edition)}], ensure_ascii=False)


def _opening(id_: str, works: str) -> str:
    digest = hashlib.sha256(f"{_FORMAT}{_styles_digest()}{works}".encode()).hexdigest()[:16]
    return opening("archiveCitations.put", id_, digest)


@cache
def _styles_digest() -> str:
    return hashlib.sha256("".join(map(style_text, STYLES.values())).encode()).hexdigest()


def _write(wanted: Mapping[str, str], paths: Mapping[str, Path]) -> None:
    works: dict[str, list[Json]] = {id_: json.loads(text) for id_, text in wanted.items()}
    formatted = cite_all([each["work"] for of_document in works.values() for each in of_document])
    done = 0
    for id_, of_document in works.items():
        mine = {key: found[done : done + len(of_document)] for key, found in formatted.items()}
        done += len(of_document)
        value = {"styles": _names(), "works": list(_works(of_document, mine))}
        write_script(paths[id_], _opening(id_, wanted[id_]), value)


def style_names() -> str:
    """Give keys and names of the styles, as pages hand them to the script that offers them."""
    return json.dumps([[style.key, style.name] for style in STYLES.values()])


def _names() -> list[list[str]]:
    return [[style.key, style.name, style.cited] for style in STYLES.values()]


def _works(works: Sequence[Json], formatted: Mapping[str, Sequence[Citation]]) -> Iterable[Json]:
    for index, each in enumerate(works):
        styles = {key: _fields(found[index]) for key, found in formatted.items()}
        yield {"first": each["first"], "last": each["last"], "styles": styles}


def _fields(citation: Citation) -> dict[str, str]:
    return {
        "entry": citation.entry,
        "plain": citation.cited(),
        "before": citation.before,
        "one": citation.slot.one,
        "several": citation.slot.several,
        "after": citation.after,
    }
