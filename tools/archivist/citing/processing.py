"""Citations by pandoc's CSL processor: many at once, a run a style.

Pandoc was chosen since its output agrees best with citeproc-js (decision 16). It gets items as CSL-JSON and a document
of nothing but citations as its own JSON, and answers in JSON, so that no word of a record passes through a markup.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypandoc  # type: ignore[import-untyped]  # it comes without types

from archivist.citing.citation import Citation, parted
from archivist.citing.fitting import fitted, placed
from archivist.citing.inlines import html_of
from archivist.citing.styles import STYLES, style_text
from archivist.errors import ArchivistError
from archivist.export.wording import isolated
from archivist.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from archivist.citing.styles import Style

Json = dict[str, Any]

_API = [1, 23, 1]  # of pandoc's JSON, the one of pandoc 3
_SLOT = "7777"  # a paragraph's number, for which others are put in
_MARKUP = ("<i>", "<b>", "<sup>", "<sub>", "<sc>", "<span", "</")  # that CSL-JSON would take for such
_GUARD = "\u2060"  # word joiner, between "<" and the name of what is no element
_WORDS = ("title", "container-title", "author", "publisher", "archive")  # they may be in any script
_AT_ONCE = 2  # runs side by side


def cite_all(items: Sequence[Json], styles: Iterable[Style] = STYLES.values()) -> dict[str, list[Citation]]:
    """Format CSL-JSON items in styles: for each style's key the citations, in the order of the items.

    Raises:
        ArchivistError: pandoc refuses.
    """
    styles = list(styles)
    _program()  # found before the threads start: pypandoc looks for it with variables of its module
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip([style.key for style in styles], pool.map(partial(_cite, items), styles), strict=True))


def _cite(items: Sequence[Json], style: Style) -> list[Citation]:
    fits = [fitted(item, style) for item in items]
    numbered = [_kept({**_guarded(_directed(fit.item)), "id": f"n{number}"}) for number, fit in enumerate(fits)]
    *paragraphs, references = _run(numbered, style)["blocks"]
    entries = {block["c"][0][0].removeprefix("ref-"): block["c"][1] for block in references["c"][1]}
    return [
        _citation(entries.get(item["id"], []), paragraph, style, date=fit.date)
        for item, fit, paragraph in zip(numbered, fits, paragraphs, strict=True)
    ]


def _citation(entry: list[Json], paragraph: Json, style: Style, *, date: str) -> Citation:
    listed = _finished(html_of(entry), date)
    if not style.cited:
        return Citation(listed)
    before, slot, after = parted(_finished(html_of([paragraph]), date), _SLOT, locale=style.locale)
    cited = Citation("", before, slot, after)
    return replace(cited, entry=listed or cited.cited())


def _finished(html: str, date: str) -> str:
    return placed(html.replace(_GUARD, ""), date).strip()


def _kept(item: Json) -> Json:
    """Keep styles from beginning the archive's identifier with a capital: it would name nothing."""
    if "archive_location" not in item:
        return item
    return item | {"archive_location": f'<span class="nocase">{item["archive_location"]}</span>'}


def _directed(item: Json) -> Json:
    """Keep the direction of a record's words from those around them."""
    return item | {key: _isolated(item[key]) for key in _WORDS if key in item}


def _isolated(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can say
    if isinstance(value, list):
        return [_isolated(one) for one in value]
    if isinstance(value, dict):
        return {key: _isolated(one) for key, one in value.items()}
    return isolated(value)


def _guarded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can say
    """Keep what looks like an element in a record's words from being taken for one."""
    if isinstance(value, str) and any(mark in value for mark in _MARKUP):
        return value.replace("<", f"<{_GUARD}")
    if isinstance(value, list):
        return [_guarded(one) for one in value]
    return {key: _guarded(one) for key, one in value.items()} if isinstance(value, dict) else value


def _run(items: Sequence[Json], style: Style) -> Json:
    with tempfile.TemporaryDirectory(prefix="archivist-") as folder:
        library, csl = Path(folder) / "items.json", Path(folder) / "style.csl"
        library.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        csl.write_text(style_text(style), encoding="utf-8")
        formats = ["--from=json", "--to=json", "--citeproc", "--quiet"]
        done = subprocess.run(
            [_program(), *formats, f"--bibliography={library}", f"--csl={csl}"],
            input=json.dumps(_document(items, locale=style.locale)).encode(),
            capture_output=True,
            check=False,
        )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise ArchivistError(_refused(style, f"exit status {done.returncode}: {said[:300]}"))
    answer: Json = json.loads(done.stdout)
    return answer


@cache
def _program() -> str:
    path: str = pypandoc.get_pandoc_path()
    return path


def _document(items: Iterable[Mapping[str, Any]], *, locale: str) -> Json:
    """Write a document that cites each item once, with a locator, a paragraph each."""
    lang = {"t": "MetaString", "c": locale}
    return {"pandoc-api-version": _API, "meta": {"lang": lang}, "blocks": list(_blocks(items))}


def _blocks(items: Iterable[Mapping[str, Any]]) -> Iterator[Json]:
    words = [
        {"t": "Str", "c": ","},
        {"t": "Space"},
        {"t": "Str", "c": "para."},
        {"t": "Space"},
        {"t": "Str", "c": _SLOT},
    ]
    for item in items:
        citation = {
            "citationId": item["id"],
            "citationPrefix": [],
            "citationSuffix": words,
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 1,
            "citationHash": 0,
        }
        yield {"t": "Para", "c": [{"t": "Cite", "c": [[citation], []]}]}


def _refused(style: Style, said: str) -> Fault:
    return Fault(
        "pandoc",
        style.file,
        f"pandoc cannot format citations in the style {style.key}",
        expected="citations",
        found=said,
        remedy="install the requirements again: tools/requirements/run.txt has the release of pandoc that is known to",
    )
