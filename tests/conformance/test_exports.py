"""The exports of this archive, built as a site with an address, in the hands of other people's programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import extruct
import html5lib
import pytest
from gateway import serve_repository
from install import CRATE_ENVIRONMENT, DATASETTE_ENVIRONMENT, NODE_FOLDER, SCHEMA_FOLDER
from lxml import etree
from markup import markup_errors
from oaipmh_scythe import Scythe
from sample_items import HOSTILE, exported, item
from sickle import Sickle
from test_export_readers import schema
from vocabulary import complaints

from archivist.export.dating import first_day
from archivist.export.formats import FORMATS
from archivist.export.wording import one_line
from archivist.store import Archive
from conftest import PROJECT, expect_none

HERE = Path(__file__).parent
ADDRESS = "https://archive.test"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """Build the site as if it lay at an address."""
    folder = tmp_path_factory.mktemp("foreign")
    settings = ["-D", f"archive_address={ADDRESS}", "-D", "archive_email=keeper@archive.test"]
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", "-c", ".", "-d", folder / "doctrees", *settings]
    subprocess.run([*command, "source", folder / "html"], cwd=PROJECT, check=True)
    return folder / "html"


@pytest.fixture(scope="module")
def records():
    archive = Archive(PROJECT)
    return {id_: archive.record(id_) for id_ in archive.ids()}


# --- citation-js, biber, pandoc ---


def references(*files):
    """Let citation-js read files; give the items of each, by id."""
    environment = os.environ | {"NODE_PATH": str(NODE_FOLDER.resolve() / "node_modules")}
    command = ["node", HERE / "read_references.js", *files]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, encoding="utf-8")
    return [{one["id"]: one for one in json.loads(line)} for line in done.stdout.splitlines()]


def author(name):
    if "literal" in name:
        return name["literal"]
    return ", ".join(name[part] for part in ("family", "given", "suffix") if name.get(part))


def common(entry):
    """Give what all three formats can say."""
    return {
        "title": entry["title"],
        "authors": [author(name) for name in entry.get("author", [])],
        "URL": entry.get("URL"),
        "language": entry.get("language"),
        "publisher": entry.get("publisher"),
    }


def test_citation_js_reads_the_same_from_the_three_downloads(foreign, records):
    for id_, record in records.items():
        files = [foreign / f"data/documents/{id_}.{ending}" for ending in ("bib", "ris", "json")]
        read = [found[id_] for found in references(*files)]
        assert common(read[0]) == common(read[1]) == common(read[2])
        assert read[2]["title"] == record.title
        dates = [entry.get("issued", {}).get("date-parts", [[]])[0] for entry in read]
        assert dates[0] == dates[2], id_
        # Of a newspaper's article in RIS, citation-js reads PY and passes over DA.
        assert dates[1] == (dates[0][:1] if record.type == "news-item" else dates[0]), id_


def test_citation_js_reads_all_documents_from_each_file(foreign, records):
    for found in references(*(foreign / f"data/documents.{ending}" for ending in ("bib", "ris", "csl.json"))):
        assert set(records) <= set(found)


SAID = {"title", "creator", "publisher"}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Write references to documents whose titles and bodies are hostile, and one of 300 bodies and one of none."""
    folder = tmp_path_factory.mktemp("hostile")
    fields = [{"title": words, "creator": [words], "publisher": [words]} for words in HOSTILE]
    fields += [{"creator": [f"Body {number}" for number in range(300)]}, {"creator": ["unknown"]}]
    fields += [{"capture": {"url": 'https://x.org/{a}/"b"/c%20d?e=#f'}}]
    items = [item(document_id=f"2018-{number}", **one) for number, one in enumerate(fields)]
    for name, file in (("bibtex", "all.bib"), ("ris", "all.ris"), ("csl-json", "all.json")):
        (folder / file).write_bytes(exported(FORMATS[name], *items))
    return folder, {one.id: one.record for one in items}


def test_citation_js_reads_hostile_words_alike(hostile):
    folder, records = hostile
    read = references(*(folder / f"all.{ending}" for ending in ("bib", "ris", "json")))
    for id_, record in records.items():
        bib, ris, csl = (common(found[id_]) for found in read)
        assert bib == csl, id_
        # RIS has no names in one piece: a comma or a semicolon would part a body's.
        whole = [re.sub(r"\s*[,;]\s*", " ", name).strip() for name in csl["authors"]]
        assert ris == csl | {"authors": whole}, id_
        assert csl["title"] == one_line(record.title)


DATES = ("2018", "2018-11-15", "2018-11-15/2018-11-17", "2015-11/2016", "[2015-11-26..]", "../2016", "201X", "unknown")


def test_citation_js_reads_the_same_date_from_each_format(tmp_path):
    items = [item(document_id=f"2018-{number}", date=date) for number, date in enumerate(DATES)]
    for name in ("bibtex", "ris", "csl-json"):
        (tmp_path / name).write_bytes(exported(FORMATS[name], *items))
    read = references(*(tmp_path / name for name in ("bibtex", "ris", "csl-json")))
    for one in items:
        dates = [found[one.id].get("issued", {}).get("date-parts", [[]])[0] for found in read]
        assert dates[0] == dates[1] == dates[2] == first_day(one.record), one.record.date


def test_biber_reads_hostile_words(hostile, tmp_path):
    folder, records = hostile
    command = ["biber", "--tool", "--nolog", "--output-file", tmp_path / "out.bib", folder / "all.bib"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    written = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert {id_ for id_ in records if f"{{{id_}," in written} == set(records)


def test_biber_finds_no_fault_in_bibtex(foreign, tmp_path):
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", tmp_path / "out.bib"]
    done = subprocess.run([*command, foreign / "data/documents.bib"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    complaints = [line for line in done.stdout.splitlines() if re.match("WARN|ERROR", line)]
    # Fields for other readers, which BibLaTeX passes over.
    passed_over = (
        "'copyright'|'(howpublished|type)' for entrytype '(online|dataset)'"
        "|Missing mandatory field 'institution'|Overwriting field 'year' with year value from field 'date'"
    )
    assert [line for line in complaints if not re.search(passed_over, line)] == []


@pytest.mark.parametrize(("file", "form"), [("documents.bib", "bibtex"), ("documents.csl.json", "csljson")])
def test_pandoc_reads_references(foreign, records, file, form):
    command = ["pandoc", "--from", form, "--to", "csljson", foreign / "data" / file]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert done.stderr == ""
    titles = {one["id"]: re.sub("</?span[^>]*>", "", one["title"]) for one in json.loads(done.stdout)}
    assert {id_: titles[id_] for id_ in records} == {id_: record.title for id_, record in records.items()}


# --- databases ---


def asked_of_datasette(file, path):
    """Let Datasette answer a request, without a server."""
    command = [DATASETTE_ENVIRONMENT / "bin/datasette", file, "--get", path]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_datasette_opens_the_database_and_searches_its_texts(foreign, records):
    file = foreign / "data" / "archive.sqlite"
    documents = json.loads(asked_of_datasette(file, "/archive/document.json?_shape=array"))
    assert {one["id"]: one["title"] for one in documents} == {id_: one.title for id_, one in records.items()}
    found = json.loads(asked_of_datasette(file, "/archive/paragraph.json?_search=floors+ratification&_shape=array"))
    either = json.loads(asked_of_datasette(file, "/archive/paragraph.json?_search=floors&_shape=array"))
    assert {one["document"] for one in either} > {one["document"] for one in found}
    assert all("floors" in one["text"].lower() for one in either)
    assert 'type="search"' in asked_of_datasette(file, "/archive/document")


# --- crates, harvests, linked data ---


def validated(crate):
    """Let roc-validator look at a crate: no fault at the level that is required, of checks that were made."""
    command = [CRATE_ENVIRONMENT / "bin/python", HERE / "roc_check.py", crate, SCHEMA_FOLDER / "ro-crate.jsonld"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert re.fullmatch(r"[1-9][0-9]+ checks\n", done.stdout), done.stdout


def test_roc_validator_finds_no_fault_at_the_required_level(foreign):
    validated(foreign)


def test_roc_validator_finds_no_fault_where_texts_are_withheld_and_nothing_is_known(tmp_path):
    archivist = [Path(sys.executable).with_name("archivist"), "--project", tmp_path / "project"]
    subprocess.run([archivist[0], "new", tmp_path / "project"], check=True, capture_output=True)
    rows = ["file,id,title,creator,date,source,language,type,access"]
    for name, access in (("a", "open"), ("b", "metadata-only")):
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.\n", encoding="utf-8")
        rows.append(f'{tmp_path / name}.txt,{name},"<i>{name}</i> ""&"" }}",unknown,unknown,web,unknown,other,{access}')
    (tmp_path / "table.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    add = ["add", "--no-input", "--by", "Ana", "--batch", tmp_path / "table.csv"]
    subprocess.run([*archivist, *add], check=True, capture_output=True)
    subprocess.run([*archivist, "export", "ro-crate", "--output", tmp_path / "project"], check=True)
    validated(tmp_path / "project")


def test_roc_validator_finds_no_fault_whatever_records_say(hostile, tmp_path):
    _, records = hostile
    for id_ in records:
        (tmp_path / "originals" / id_).mkdir(parents=True)
        (tmp_path / "originals" / id_ / "t.txt").write_text("One R202.\n\nTwo.\n", encoding="utf-8")
    items = [item(document_id=id_, **record.model_dump(include=SAID)) for id_, record in records.items()]
    (tmp_path / "ro-crate-metadata.json").write_bytes(exported(FORMATS["ro-crate"], *items))
    validated(tmp_path)


def test_each_file_of_the_crate_is_there_and_is_the_original(foreign):
    graph = json.loads((foreign / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    files = {one["@id"] for one in graph if "File" in one["@type"]}
    assert files
    for file in files:
        original = (foreign / file).read_bytes()
        assert original in {path.read_bytes() for path in (PROJECT / "archive").glob("*/data/*")}


@pytest.fixture(scope="module")
def gateway(foreign):
    with serve_repository(foreign / "data/oai.xml") as address:
        yield address


def test_sickle_harvests_every_document(gateway, records):
    sickle = Sickle(gateway)
    assert sickle.Identify().repositoryName == "Asia Social Protection Archive"
    found = {one.header.identifier: one.metadata for one in sickle.ListRecords(metadataPrefix="oai_dc")}
    assert {id_: found[f"oai:archive.test:{id_}"]["title"] for id_ in records} == {
        id_: [record.title] for id_, record in records.items()
    }
    assert len(found) == len(records)


def test_scythe_harvests_every_document(gateway, records):
    with Scythe(gateway) as scythe:
        found = [one.header.identifier for one in scythe.list_records(metadata_prefix="oai_dc")]
    assert sorted(found) == sorted(f"oai:archive.test:{id_}" for id_ in records)


@pytest.mark.parametrize("query", ["Identify", "ListMetadataFormats", "ListRecords&metadataPrefix=oai_dc"])
def test_what_a_gateway_answers_is_valid(gateway, query):
    oai_pmh = schema("OAI-PMH.xsd")
    with urlopen(f"{gateway}?verb={query}") as answer:  # noqa: S310 (our own server)
        tree = etree.parse(answer)
    assert oai_pmh.validate(tree), oai_pmh.error_log
    assert tree.find("{*}error") is None


def test_each_page_of_a_document_names_its_descriptions_and_they_are_there(foreign, records):
    for id_ in records:
        page = html5lib.parse((foreign / f"documents/{id_}.html").read_bytes(), namespaceHTMLElements=False)
        links = [(one.get("rel"), one.get("href")) for one in page.iter("link")]
        assert ("cite-as", f"{ADDRESS}/documents/{id_}.html") in links
        for relation in ("describedby", "item", "linkset"):
            targets = [href.removeprefix(f"{ADDRESS}/") for rel, href in links if rel == relation]
            assert targets
            assert all((foreign / target).is_file() for target in targets)


def test_a_page_is_described_in_schema_org_s_own_words(foreign, records):
    for id_, record in records.items():
        page = (foreign / f"documents/{id_}.html").read_text(encoding="utf-8")
        (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
        assert found.pop("@context") == "https://schema.org"
        assert list(complaints(found)) == []
        assert found["name"] == record.title


def test_the_home_page_describes_the_archive_and_its_exports_are_there(foreign):
    page = (foreign / "index.html").read_text(encoding="utf-8")
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert found.pop("@context") == "https://schema.org"
    assert list(complaints(found)) == []
    files = [one["contentUrl"].removeprefix(f"{ADDRESS}/") for one in found["distribution"]]
    assert files == [one.file for one in FORMATS.values()]
    assert all((foreign / file).is_file() for file in files)
    links = {
        (one.get("rel"), one.get("href")) for one in html5lib.parse(page, namespaceHTMLElements=False).iter("link")
    }
    assert ("alternate", f"{ADDRESS}/data/feed.atom") in links
    assert ("linkset", f"{ADDRESS}/{FORMATS['linkset'].file}") in links


def test_the_checker_finds_no_error_in_the_pages_of_a_site_with_an_address(foreign):
    expect_none(markup_errors(foreign / "documents"))
