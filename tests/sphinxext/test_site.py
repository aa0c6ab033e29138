"""The site of small archives: texts, backlinks, roles, and builds that come to the same however they are made."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import html5lib
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from archivist.ingest.adding import Act, Wish, add
from archivist.ingest.founding import found
from archivist.ingest.receiving import Received
from archivist.ingest.sealing import seal
from archivist.sphinxext.domain import ArchiveDomain, archive_domain
from archivist.store import Archive

# sphinxcontrib-bibtex and other extensions still read it.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app:sphinx.deprecation.RemovedInSphinx11Warning")

ACT = Act("Ana", "2026-01-02T03:04:05Z")
EPOCH = "1767323045"  # 2 January 2026, in seconds since 1970
NEW = {"title": "Small archive", "author": "The editors", "year": "2026", "code": "sma", "slug": "small"}
FIELDS = {"title": "A title", "creator": ["CDI"], "source": "web", "language": "en", "type": "blog"}
DECLARATION = "asean-declaration-strengthening-social-protection-2013"

FLOORS = (
    "\ufeffThe\u00a0ILO and\r\nits Social Protection Floors Recommendation, 2012 (No. 202):\r\n\r\n"
    "\tR202, ILO & <b>R202</b>\rend "
)
VIETNAM = "In Vietnam.\n\nThe ASEAN Declaration on Strengthening Social Protection; ILO Convention C999.\n"
MANY = "ILO Recommendation R202 again.\n" * 700  # more than one page of an entry holds
TEXTS = {"2018-floors": FLOORS, "2019-vietnam": VIETNAM, "2020-many": MANY, "2021-none": "Nothing\x00 known."}


class Built(NamedTuple):
    """A site as built, and what the domain knew."""

    folder: Path
    warnings: str
    conservation: frozenset[tuple[str, str, int]]  # entry, document, paragraph of every linked mention

    def page(self, name):
        return html5lib.parse((self.folder / name).read_bytes(), namespaceHTMLElements=False)

    def files(self):
        """Give the bytes of everything published, by path."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".buildinfo")
        }


def make(project: Path, out: str = "out", *, builder: str = "html", jobs: int = 1, epoch: str = EPOCH) -> Built:
    """Build a project's site within this process; `out` names the folder for site and doctrees."""
    warnings = io.StringIO()
    folder = project.parent / out
    with pytest.MonkeyPatch.context() as patch, patch_docutils(project), docutils_namespace():
        patch.setenv("SOURCE_DATE_EPOCH", epoch)
        app = Sphinx(
            srcdir=project / "source",
            confdir=project,
            outdir=folder / builder,
            doctreedir=folder / "doctrees",
            buildername=builder,
            # Extensions append to Sphinx's own default list: without one of its own, each build in a process differs.
            confoverrides={"templates_path": []},
            parallel=jobs,
            status=None,
            warning=warnings,
        )
        app.build()
        backlinks = archive_domain(app.env).backlinks()
    places = {(entry, one.document, one.paragraph) for entry, found in backlinks.items() for one in found}
    return Built(folder / builder, re.sub(r"\x1b\[\d+m", "", warnings.getvalue()), frozenset(places))


def put(project: Path, texts: dict[str, str], **fields: object) -> None:
    """Add texts by id; the date is the id's year."""
    wishes = [
        Wish(Received(f"{id_}.txt", text.encode()), FIELDS | {"date": id_[:4]} | fields, id_, id_)
        for id_, text in texts.items()
    ]
    add(project, wishes, ACT)


def start(folder: Path) -> Path:
    project = folder / "project"
    found(project, NEW)
    put(project, TEXTS)
    return project


@pytest.fixture
def project(tmp_path):
    return start(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give the project of all texts and its site, for tests that only look."""
    project = start(tmp_path_factory.mktemp("site"))
    return project, make(project)


@pytest.fixture
def site(whole):
    return whole[1]


def classed(tree, name):
    return [one for one in tree.iter() if name in one.get("class", "").split()]


def words(element) -> str:
    return "".join(element.itertext())


def reading(site, id_):
    (text,) = classed(site.page(f"documents/{id_}.html"), "source-text")
    return text


# --- the text ---


def test_a_build_warns_of_nothing(site):
    assert site.warnings == ""


@pytest.mark.parametrize("id_", sorted(TEXTS))
def test_the_text_is_the_source_to_the_code_point(site, id_):
    assert words(reading(site, id_)) == TEXTS[id_].replace("\x00", "\ufffd")


def test_a_stand_in_for_a_null_is_told_of(site):
    page = site.page("documents/2021-none.html")
    (warning,) = classed(page, "archive-warning")
    assert "U+0000" in words(warning)
    assert reading(site, "2021-none").get("data-null") == "7"


def test_a_text_that_is_not_as_it_was_sealed_is_not_published(project):
    original = project / "archive/2019-vietnam/data/2019-vietnam.txt"
    original.write_bytes(original.read_bytes().replace(b"Vietnam", b"Vietnan"))
    built = make(project)
    assert "2019-vietnam.txt is not as it was sealed [not-as-sealed]" in built.warnings
    assert "remedy: `archivist audit` names all that has changed" in built.warnings
    assert not [path for path, data in built.files().items() if b"Vietnan" in data]
    assert (built.folder / "documents/2018-floors.html").exists()


def test_a_text_that_was_refused_is_refused_in_every_build_and_comes_back_when_it_is_mended(project):
    record = project / "archive/2019-vietnam/record.toml"
    whole = record.read_bytes()
    record.write_bytes(b"bogus = 1\n" + whole)
    assert "bogus" in make(project).warnings
    assert "bogus" in make(project).warnings
    record.write_bytes(whole)
    mended = make(project)
    assert mended.warnings == ""
    assert "In Vietnam." in words(reading(mended, "2019-vietnam"))
    assert differing(mended, make(project, "clean")) == []


def test_the_original_is_published_byte_by_byte(site):
    for id_, text in TEXTS.items():
        assert (site.folder / "originals" / id_ / f"{id_}.txt").read_bytes() == text.encode()


def test_an_original_in_html_is_published_under_a_name_that_no_browser_runs(tmp_path):
    project = tmp_path / "project"
    found(project, NEW)
    add(project, [Wish(Received("page.html", b"<script>1</script>"), FIELDS | {"date": "2018"}, "x", "x")], ACT)
    folder = make(project).folder / "originals" / "x"
    assert [file.name for file in folder.iterdir()] == ["page.html.txt"]


# --- the law of conservation ---


def backlinks(site):
    """Read (entry, document, paragraph) and the address of every backlink off the pages of the entries."""
    for path in sorted((site.folder / "entries").glob("*.html")):
        page = site.page(f"entries/{path.name}")
        entry = words(classed(page, "archive-identifier")[0])
        for link in page.iter("a"):
            if link.get("data-backlink"):
                document, paragraph = link.get("data-backlink").split()
                yield (entry, document, int(paragraph)), link.get("href")


def test_the_mentions_of_the_data_are_the_backlinks_of_the_pages(site):
    assert {place for place, _ in backlinks(site)} == site.conservation


def test_the_backlinks_are_those_that_a_reader_finds(site):
    small = {place for place in site.conservation if place[1] != "2020-many"}
    assert small == {
        ("international-labour-organization", "2018-floors", 1),
        ("R202", "2018-floors", 2),
        ("R202", "2018-floors", 3),
        ("international-labour-organization", "2018-floors", 3),
        ("viet-nam", "2019-vietnam", 1),
        (DECLARATION, "2019-vietnam", 2),
        ("international-labour-organization", "2019-vietnam", 2),
    }


def test_an_entry_that_is_mentioned_often_is_continued_and_loses_nothing(site):
    found = Counter(place for place, _ in backlinks(site) if place[:2] == ("R202", "2020-many"))
    assert found == Counter(("R202", "2020-many", number) for number in range(1, 701))
    pages = [site.page(f"entries/{path.name}") for path in (site.folder / "entries").glob("ilo-r202*.html")]
    assert sorted(len(classed(page, "archive-locator")) for page in pages) == [3, 200, 500]


def test_each_backlink_leads_to_the_words_and_is_as_many_as_they_are(site):
    targets = {id_: {one.get("id") for one in reading(site, id_).iter()} for id_ in TEXTS}
    addresses = [address for _, address in backlinks(site)]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        document, _, place = address.removeprefix("../documents/").partition("#")
        assert place in targets[document.removesuffix(".html")]


def test_each_link_of_a_text_leads_to_an_entry_that_links_back(site):
    places = {(entry, document) for entry, document, _ in site.conservation}
    for id_ in TEXTS:
        for link in classed(reading(site, id_), "linked"):
            entry = site.page(link.get("href").removeprefix("../"))
            assert (words(classed(entry, "archive-identifier")[0]), id_) in places


def test_what_is_unmatched_is_listed_and_not_linked_to_an_entry(site):
    (link,) = classed(reading(site, "2019-vietnam"), "unmatched")
    assert words(link)[-4:] == "C999"
    assert "C999" in words(site.page("unresolved.html"))
    assert link.get("href") == "../unresolved.html#2019-vietnam"
    assert any(heading.get("id") == "2019-vietnam" for heading in site.page("unresolved.html").iter("h2"))


MATERNITY = """
[[entry]]
id = "C{number:03}"
type = "Convention"
name = "Maternity Protection Convention, {year} (No. {number})"
adopted = "{year}"
verified = false
"""


def test_what_is_undecided_leads_to_each_entry_that_may_be_meant(project):
    """To its page, or to its row in the table of all entries where no document mentions it."""
    with (project / "source/glossary/ilo-instruments.toml").open("a", encoding="utf-8") as glossary:
        for number, year in ((3, 1919), (103, 1952), (183, 2000)):
            glossary.write(MATERNITY.format(number=number, year=year))
    text = "The ILO has a Maternity Protection Convention, or three.\n\nILO Convention No. 183 is the last.\n"
    put(project, {"2021-maternity": text})
    site = make(project)
    (article,) = site.page("unresolved.html").iter("article")
    addresses = {link.get("href") for link in article.iter("a")}
    assert addresses >= {"glossary/all.html#ilo-c003", "glossary/all.html#ilo-c103", "entries/ilo-c183.html"}
    assert (site.folder / "entries/ilo-c183.html").is_file()
    assert {"ilo-c003", "ilo-c103"} <= {row.get("id") for row in site.page("glossary/all.html").iter("tr")}


# --- roles ---


ROLES = {
    "{ilo}`R202`": ("entries/ilo-r202.html", "Social Protection Floors Recommendation, 2012 (No. 202)"),
    f"{{asean}}`{DECLARATION}`": (
        f"entries/{DECLARATION}.html",
        "ASEAN Declaration on Strengthening Social Protection",
    ),
    "{organisation}`the office <international-labour-organization>`": (None, "the office"),
    "{place}`viet-nam`": ("entries/place-viet-nam.html", "Viet Nam"),
    "{source}`2018-floors`": ("documents/2018-floors.html", "A title"),
    "{source}`its third <2018-floors#p3>`": ("documents/2018-floors.html#p3", "its third"),
    "{source}`two of them <2018-floors#p1-2>`": ("documents/2018-floors.html#p1-2", "two of them"),
    "{source}`its words <2018-floors#c1-8>`": ("documents/2018-floors.html#c1-8", "its words"),
}
BOUND = {  # as pages and `archivist cite` print them: with the archive's code, a digest of the text, or both
    "sma:2018-floors#p1": "#p1",
    "2018-floors@{digest}#p2": "#p2",
    "sma:2018-floors@{digest}#p4": "#p4",
}
WRONG = {  # and what the warning says besides the target
    "{ilo}`R2O2`": "no entry of that kind has this id; nearest: R202 (Social Protection Floors Recommendation, 2012",
    "{ilo}`floors recommendation`": "nearest: R202 (Social Protection Floors Recommendation, 2012 (No. 202)); ids are",
    "{asean}`x`": "no entry of that kind has this id; ids are in source/glossary/asean-instruments.toml and",
    "{asean}`R202`": "the entry R202 is of another kind; expected {ilo}`R202`",
    "{place}`ILO`": "the entry ILO is of another kind; expected {acronym}`ILO`",
    "{acronym}`ILOO`": "nearest: ILO; ids are in source/glossary/acronyms.toml",
    "{source}`2018-flors`": "no document has the id 2018-flors; nearest: 2018-floors; `archivist list` shows all",
    "{source}`zzz`": "no document has the id zzz; `archivist list` shows all",
    "{source}`2018-floors#p5`": "2018-floors has 4 paragraphs, numbered from 1; expected 2018-floors#p4",
    "{source}`2018-floors@0123456789abcdef#p1`": "is bound to another text than 2018-floors has; expected @",
    "{source}`other:2018-floors#p1`": "is a passage of the archive other, not of this one; expected sma:",
    "{source}`2018-floors#x`": "expected ID, ID#p12, ",
    "{source}`2018-floors#p2-5`": "expected 2018-floors#p2-4",
    "{source}`2018-floors#c8-1`": "ends before it begins",
}


@pytest.fixture(scope="module")
def roles(tmp_path_factory):
    """Build a page of roles, right and wrong."""
    project = start(tmp_path_factory.mktemp("roles"))
    digest = Archive(project).document("2018-floors").text_sha256[:16]
    bound = [f"{{source}}`bound {anchor} <{target.format(digest=digest)}>`" for target, anchor in BOUND.items()]
    lines = [*ROLES, *bound, "{acronym}`ILO`", *WRONG]
    text = "---\norphan: true\n---\n# Roles\n\n" + "\n\n".join(lines) + "\n"
    (project / "source/roles.md").write_text(text, encoding="utf-8")
    return make(project)


@pytest.mark.parametrize("role", sorted(role for role, (address, _) in ROLES.items() if address))
def test_a_role_links_to_what_it_names(roles, role):
    address, label = ROLES[role]
    links = {link.get("href"): words(link) for link in roles.page("roles.html").iter("a")}
    assert links[address] == label
    assert (roles.folder / address.partition("#")[0]).is_file()


@pytest.mark.parametrize("anchor", BOUND.values())
def test_the_source_role_takes_identifiers_as_the_site_prints_them(roles, anchor):
    links = {words(link): link.get("href") for link in roles.page("roles.html").iter("a")}
    assert links[f"bound {anchor}"] == f"documents/2018-floors.html{anchor}"


def test_every_role_that_resolves_leads_to_a_page(roles):
    """An entry that no document mentions has no page: its role must not lead into the void."""
    (article,) = roles.page("roles.html").iter("article")
    for link in article.iter("a"):
        path = unquote(link.get("href").partition("#")[0])
        assert not path or (roles.folder / path).is_file(), path


def test_the_role_of_an_acronym_leads_to_what_it_stands_for_or_to_itself(roles):
    (article,) = roles.page("roles.html").iter("article")
    assert any(words(link) in ("ILO", "International Labour Organization") for link in article.iter("a"))


@pytest.mark.parametrize("role", WRONG)
def test_a_wrong_target_warns_with_what_was_expected_and_where_it_is(roles, role):
    (warning,) = [line for line in roles.warnings.splitlines() if f"WARNING: {role}: " in line]
    assert "roles.md" in warning
    assert WRONG[role] in warning


def test_only_the_wrong_targets_warn(roles):
    assert roles.warnings.count("WARNING") == len(WRONG)


def test_a_wrong_target_on_the_first_page_warns_once_in_the_book_too(project):
    with (project / "source/index.md").open("a", encoding="utf-8") as index:
        index.write("\nSee {ilo}`R999`.\n")
    assert make(project, builder="epub").warnings.count("{ilo}`R999`: no entry") == 1


# --- builds that come to the same ---


def differing(one: Built, other: Built) -> list[str]:
    before, after = one.files(), other.files()
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def test_a_clean_build_by_two_processes_in_another_hash_order_is_the_same(whole, tmp_path):
    project, site = whole
    program = Path(sys.executable).with_name("sphinx-build")
    command = [program, "-q", "-W", "-n", "-j", "2", "-c", project, "-d", tmp_path / "trees", "-b", "html"]
    environment = os.environ | {"PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run([*command, project / "source", tmp_path / "html"], check=True, env=environment)
    assert differing(site, site._replace(folder=tmp_path / "html")) == []


def test_a_process_that_reads_pages_sends_back_nothing_of_those_that_others_read(project, monkeypatch):
    put(project, {f"2001-{number}": f"Text {number} on R202." for number in range(20)})
    sent = []

    def merge(self, docnames, otherdata, done=ArchiveDomain.merge_domaindata):
        sent.append((set(docnames), {filed.docname for filed in otherdata["documents"].values()}))
        done(self, docnames, otherdata)

    monkeypatch.setattr(ArchiveDomain, "merge_domaindata", merge)
    make(project, jobs=2)
    assert len(sent) > 2
    assert all(documents <= docnames for docnames, documents in sent)
    assert len(set().union(*(documents for _, documents in sent))) == 20 + len(TEXTS)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_added_to_a_built_site_gives_the_site_of_a_clean_build(project, jobs):
    make(project, jobs=jobs)
    put(
        project,
        {"2018-late": "R202, the ILO and Viet Nam."},
        relations=[{"kind": "replaces", "target": "2019-vietnam"}],
    )
    again, clean = make(project), make(project, "clean")
    assert ("R202", "2018-late", 1) in again.conservation
    assert differing(again, clean) == []


def test_a_changed_record_is_shown_on_its_page_and_its_neighbours_and_rewrites_no_other(project):
    site = make(project)
    pages = [site.folder / "documents" / f"{id_}.html" for id_ in sorted(TEXTS)]
    beside = [site.folder / f"data/documents/{page.stem}.bib" for page in pages]
    originals = sorted((site.folder / "originals").rglob("*.txt"))
    written = {path: path.stat().st_mtime_ns for path in (*pages, *beside, *originals)}
    record = project / "archive/2018-floors/record.toml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("A title", "Another title"), encoding="utf-8"
    )  # not sealed yet
    again, clean = make(project), make(project, "clean")
    assert [
        path.relative_to(site.folder).as_posix() for path in written if path.stat().st_mtime_ns != written[path]
    ] == [
        "documents/2018-floors.html",
        "documents/2019-vietnam.html",
        "data/documents/2018-floors.bib",
    ]
    assert "Another title" in words(again.page("documents/2019-vietnam.html"))
    assert differing(again, clean) == []


@pytest.mark.parametrize("between", ["dummy", "epub"])
def test_what_another_builder_read_in_between_is_on_the_site_of_the_next_build(project, between):
    make(project)
    record = project / "archive/2018-floors/record.toml"
    record.write_text(record.read_text(encoding="utf-8").replace("A title", "Another title"), encoding="utf-8")
    about = project / "source/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nMore of it.\n", encoding="utf-8")
    make(project, builder=between)
    again, clean = make(project), make(project, "clean")
    assert "Another title" in words(again.page("documents/2018-floors.html"))
    assert differing(again, clean) == []
    page = again.folder / "documents/2018-floors.html"
    written = page.stat().st_mtime_ns
    make(project)
    assert page.stat().st_mtime_ns == written


def test_what_another_state_of_the_toolkit_built_is_built_anew(project, monkeypatch):
    page = make(project).folder / "documents" / "2018-floors.html"
    written = page.read_bytes()
    page.write_text("of an earlier toolkit")
    make(project)
    assert page.read_text() == "of an earlier toolkit"
    monkeypatch.setattr("archivist.sphinxext.toolkit_digest", lambda: "another")
    make(project)
    assert page.read_bytes() == written


def test_a_new_entry_of_the_glossary_is_found_in_texts_that_were_read_before(project):
    before = make(project)
    places = project / "source/glossary/places.toml"
    entry = '\n[[entry]]\nid = "nothing"\ntype = "country"\nname = "Nothing"\nverified = false\n'
    places.write_text(places.read_text(encoding="utf-8") + entry, encoding="utf-8")
    again, clean = make(project), make(project, "clean")
    assert again.conservation - before.conservation == {("nothing", "2021-none", 1)}
    assert words(classed(reading(again, "2021-none"), "mention")[0]) == "Nothing"
    assert differing(again, clean) == []


# --- access ---


SECRET = "Xylographic words with ILO Recommendation R202, ILO Convention C998 and Viet Nam, quite xylographic."


@pytest.mark.parametrize(
    ("access", "shown"),
    [("metadata-only", False), ("embargoed until 2026-01-03", False), ("embargoed until 2026-01-02", True)],
)
def test_a_text_is_published_where_its_record_lets_it_be(tmp_path, access, shown):
    project = tmp_path / "project"
    found(project, NEW)
    part = {"first": 1, "date": "2018", "title": "A xylographic part"}
    put(project, {"2018-secret": SECRET}, access=access, part=[part])
    site = make(project)
    holding = [name for name, data in site.files().items() if b"xylograph" in data.lower()]
    assert bool(holding) == shown, holding
    assert ("originals/2018-secret/2018-secret.txt" in site.files()) == shown
    assert "A title" in words(site.page("documents/2018-secret.html"))
    assert bool(classed(site.page("documents/2018-secret.html"), "source-text")) == shown


def test_a_document_without_a_page_is_warned_of_with_what_mends_it(project):
    (project / "source/documents/2021-none.md").unlink()
    warnings = make(project).warnings
    assert "2021-none has no page" in warnings
    assert "archivist check --mend" in warnings


def test_an_embargo_ends_on_its_day_in_a_site_that_was_built_before(tmp_path):
    project = tmp_path / "project"
    found(project, NEW)
    put(project, {"2018-secret": SECRET}, access="embargoed until 2026-01-03")
    make(project)
    again = make(project, epoch=str(int(EPOCH) + 24 * 60 * 60))
    assert words(reading(again, "2018-secret")) == SECRET


def test_a_text_that_is_withheld_later_is_withdrawn_from_a_site_that_showed_it(project):
    put(project, {"2018-secret": SECRET})
    site = make(project)
    assert any(b"xylograph" in data.lower() for data in site.files().values())
    record = project / "archive/2018-secret/record.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace('access = "open"', 'access = "metadata-only"'), encoding="utf-8")
    assert seal(project, "2018-secret", "to try", ACT)
    again = make(project)
    assert [name for name, data in again.files().items() if b"xylograph" in data.lower()] == []
