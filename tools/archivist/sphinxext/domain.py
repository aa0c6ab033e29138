"""The Sphinx domain: records what each page holds and answers once all pages are read."""

from __future__ import annotations

import gc
import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains import Domain

from archivist.dates import day_order
from archivist.export.editions import current_editions, project_state
from archivist.export.imprint import edition_of
from archivist.gold import score_gold
from archivist.mentions import Located, invert
from archivist.sphinxext.bibliography import FiledWork, ListedWork, bibliography_pages, listed_works
from archivist.sphinxext.filed import FiledDocument, Surroundings
from archivist.sphinxext.imprint import imprint_from
from archivist.sphinxext.listing import UNRESOLVED, UNRESOLVED_PAGE, is_split, listed, year_page
from archivist.sphinxext.roles import ROLES
from archivist.sphinxext.targets import find_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from archivist.export.editions import EditionFile
    from archivist.export.imprint import Edition
    from archivist.glossary import Glossary
    from archivist.gold import GoldText
    from archivist.model import Mention
    from archivist.recognise import Recogniser
    from archivist.score import Scorecard
    from archivist.sphinxext.reread import BuildArchive
    from archivist.works import Citation


def _named(filed: FiledDocument | None) -> tuple[str, str] | None:
    return filed and (filed.docname, filed.title)


class ArchiveDomain(Domain):
    """Documents, mentions and glossary entries."""

    name = "archive"
    label = "Archive"
    roles = ROLES
    data_version = 7
    initial_data = {  # noqa: RUF012 (Sphinx copies it for each environment)
        "documents": {},  # document id: FiledDocument
        "views": {},  # docname: names of the views on it
        "unread": {},  # docname: pages whose document was refused
        "shown": {},  # builder's name, docname: what the page shows of other pages
        "revision": 0,  # grows with every page read or removed
    }

    _filed: Mapping[str, tuple[Located, ...]]
    _filed_at = -1  # the revision that `_filed` was made of
    _ids: Mapping[str, str]
    _ids_at = -1  # likewise
    _reader = 0  # id of a process
    _inherited: list[object]  # not read, but kept: to free it would touch it

    @cached_property
    def generated(self) -> set[str]:
        """Names of the pages without a source file that this build writes."""
        return set()

    @cached_property
    def dangling(self) -> set[tuple[object, ...]]:
        """Places of roles that were warned of in this build: a page may be resolved more than once."""
        return set()

    @cached_property
    def archive(self) -> BuildArchive:
        archive: BuildArchive = self.env.app.archivist_archive  # type: ignore[attr-defined]  # set by on_builder_inited
        return archive

    @cached_property
    def glossary(self) -> Glossary:
        glossary: Glossary = self.env.app.archivist_glossary  # type: ignore[attr-defined]  # likewise
        return glossary

    @cached_property
    def citations(self) -> Mapping[str, tuple[Citation, ...]]:
        """Where the sources name works, by document."""
        citations: Mapping[str, tuple[Citation, ...]] = self.env.app.archivist_citations  # type: ignore[attr-defined]  # likewise
        return citations

    @property
    def documents(self) -> dict[str, FiledDocument]:
        documents: dict[str, FiledDocument] = self.data["documents"]
        return documents

    @property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Mentions by document id."""
        return {id_: tuple(place.mention for place in filed.located) for id_, filed in self.documents.items()}

    def id_on(self, docname: str) -> str:
        """Give the document that a page shows; empty where it shows none."""
        if self._ids_at != self.data["revision"]:
            self._ids = {filed.docname: id_ for id_, filed in self.documents.items()}
            self._ids_at = self.data["revision"]
        return self._ids.get(docname, "")

    def in_time(self) -> list[FiledDocument]:
        """Give the documents by date, those without one last."""
        return sorted(self.documents.values(), key=lambda filed: (day_order(filed.day), filed.id))

    def located(self) -> Iterator[Located]:
        """Give every mention, documents in the order of their ids."""
        for _, filed in sorted(self.documents.items()):
            yield from filed.located

    def backlinks(self) -> Mapping[str, tuple[Located, ...]]:
        """File every linked mention by its entry; done anew only after a page was read or removed."""
        if self._filed_at != self.data["revision"]:
            self._filed = invert(self.located())
            self._filed_at = self.data["revision"]
        return self._filed

    def scorecard(self) -> Scorecard | None:
        """Score the recogniser on the project's annotated texts; None where it has none."""
        gold: Sequence[GoldText] = self.env.app.archivist_gold  # type: ignore[attr-defined]  # set by on_builder_inited
        recogniser: Recogniser = self.env.app.archivist_recogniser  # type: ignore[attr-defined]  # likewise
        return score_gold(gold, recogniser.mentions) if gold else None

    def begin_reading(self) -> None:
        """Note the process that is the parent of those in which pages are read."""
        self._reader = os.getpid()

    def leave_to_parent(self) -> None:
        """In a process that Sphinx forked to read pages, keep nothing of pages that were read before.

        All that the environment holds is sent back with the pages that were read: what the parent has already would be
        sent again by each process, 45 times for 10,000 documents.
        """
        if self._reader == os.getpid():
            return
        self._reader = os.getpid()
        gc.freeze()  # memory that the parent filled is shared while nothing touches it
        env = self.env
        self._inherited = [self.data["documents"], env.titles, env.longtitles, env.tocs]
        self.data["documents"] = {}
        env.titles, env.longtitles, env.tocs = {}, {}, {}  # of all that Sphinx keeps what is dear to send

    def note_document(self, filed: FiledDocument) -> None:
        self.documents[filed.id] = filed
        self.data["unread"].pop(filed.docname, None)
        self.data["revision"] += 1

    def note_introduction(self, id_: str) -> None:
        self.documents[id_] = self.documents[id_]._replace(introduced=True)

    def note_alone(self, id_: str) -> None:
        self.documents[id_] = self.documents[id_]._replace(alone=True)

    def note_unread(self, docname: str) -> None:
        """Take a page for one whose document is refused, until it is recorded: it is read again in every build."""
        self.data["unread"][docname] = True

    def note_view(self, docname: str, view: str) -> None:
        self.data["views"].setdefault(docname, set()).add(view)

    def clear_doc(self, docname: str) -> None:
        self.data["views"].pop(docname, None)
        self.data["unread"].pop(docname, None)
        for id_ in [id_ for id_, filed in self.documents.items() if filed.docname == docname]:
            del self.documents[id_]
            self.data["revision"] += 1

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        for filed in otherdata["documents"].values():
            if filed.docname in docnames:
                self.note_document(filed)
        self.data["unread"] |= {docname: True for docname in otherdata["unread"] if docname in docnames}
        for docname, views in otherdata["views"].items():
            if docname in docnames:
                self.data["views"][docname] = views

    def pages_to_rewrite(self) -> Iterator[str]:
        """Name the pages that show something of other pages which is no longer so, and remember what they show now."""
        before = self._shown
        now: dict[str, object] = dict.fromkeys(self.data["views"], self.data["revision"])
        now |= dict(self._surroundings())
        for docname, views in self.data["views"].items():
            if "edition-files" in views:
                now[docname] = (now[docname], repr(self.editions))
            if "edition-citation" in views:
                now[docname] = (now[docname], repr(self.edition))
        for docname in bibliography_pages(self.env):
            now[docname] = (now.get(docname), repr(self.named_works))
        self.data["shown"][self.env.app.builder.name] = now
        return (docname for docname, shown in sorted(now.items()) if before.get(docname) != shown)

    @cached_property
    def editions(self) -> tuple[EditionFile, ...]:
        """The editions of the project as it stands, which the site offers."""
        project = self.archive.project
        folders = [project / folder for folder in self.env.config.archive_editions]
        return current_editions(folders, state=project_state(project))

    @cached_property
    def edition(self) -> Edition:
        """The archive in its present state, to be cited: of today and of its manifest."""
        return edition_of(self.archive.project, imprint_from(self.env.config))

    @cached_property
    def listed_works(self) -> Mapping[str, ListedWork]:
        """The entries of all bibliographies by the id that they have on their pages; asked for once all is read."""
        return listed_works(self.env)

    @cached_property
    def works_by_key(self) -> Mapping[str, ListedWork]:
        """The first entry of each work: it may stand in several bibliographies."""
        return {work.key: work for work in reversed(list(self.listed_works.values()))}

    @cached_property
    def named_works(self) -> Mapping[str, list[tuple[str, FiledWork]]]:
        """The places where each work is named, by its key: document and place, in order; asked for once all is read."""
        named: dict[str, list[tuple[str, FiledWork]]] = {}
        for id_, filed in sorted(self.documents.items()):
            for work in filed.works:
                named.setdefault(work.work, []).append((id_, work))
        return dict(sorted(named.items()))

    def surroundings(self, filed: FiledDocument) -> Surroundings:
        """Give what a document's page shows of others, as found when all pages were read."""
        surroundings = self._shown[filed.docname]
        assert isinstance(surroundings, Surroundings)  # noqa: S101 (pages_to_rewrite put it there)
        return surroundings

    @property
    def _shown(self) -> dict[str, object]:
        shown: dict[str, object] = self.data["shown"].get(self.env.app.builder.name, {})
        return shown

    def _surroundings(self) -> Iterable[tuple[str, Surroundings]]:
        in_time = self.in_time()
        said = self._reverse_relations()
        pages = self._unresolved_pages()
        for earlier, filed, later in zip([None, *in_time], in_time, [*in_time[1:], None], strict=False):
            around = _named(earlier), _named(later), tuple(said.get(filed.id, ()))
            yield filed.docname, Surroundings(*around, pages.get(filed.id, UNRESOLVED_PAGE))

    def _unresolved_pages(self) -> dict[str, str]:
        """Name the page that lists a document's unmatched and ambiguous mentions, by document, where it is a year's."""
        years = listed(UNRESOLVED, self.in_time())
        if not is_split(years):
            return {}
        return {filed.id: year_page(UNRESOLVED_PAGE, year) for year, documents in years.items() for filed in documents}

    def _reverse_relations(self) -> dict[str, list[tuple[str, str]]]:
        reverse: dict[str, list[tuple[str, str]]] = {}
        for _, filed in sorted(self.documents.items()):
            for kind, target in filed.relations:
                reverse.setdefault(target, []).append((kind, filed.id))
        return reverse

    def resolve_xref(  # noqa: PLR0917 (Sphinx's signature)
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Link a role to its entry's page or its document's paragraph."""
        del env
        found = find_target(self, typ, target)
        if found is None:
            return None
        docname, anchor, title = found
        label = contnode if node["refexplicit"] else nodes.inline(title, title)
        address = builder.get_relative_uri(fromdocname, docname) + anchor
        return nodes.reference("", "", label, internal=True, refuri=address, reftitle=title, archive_target=target)

    def resolve_any_xref(self, *_args: Any) -> list[tuple[str, nodes.reference]]:  # noqa: ANN401 (not used)
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Offer the documents to objects.inv, so that other projects can link to them."""
        for id_, filed in sorted(self.documents.items()):
            yield id_, filed.title, "source", filed.docname, "", 1


def archive_domain(env: BuildEnvironment) -> ArchiveDomain:
    domain = env.domains["archive"]
    assert isinstance(domain, ArchiveDomain)  # noqa: S101 (registered by setup)
    return domain
