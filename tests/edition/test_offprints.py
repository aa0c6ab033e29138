from dataclasses import replace

from small_volumes import chapter, enclosure, letters, opened, volume

from archivist.edition.offprints import renew


def edition(*texts, withheld=False):
    chapters = [chapter(text, name=name, withheld=withheld) for name, text in texts]
    files = tuple(enclosure(f"{name}--x", text.encode(), path=f"archive/{name}/data/x") for name, text in texts)
    return replace(volume(*chapters), enclosures=files)


def test_each_document_is_printed_with_its_own_glossary_and_files(tmp_path):
    renew(edition(("a", "The R202."), ("b", "Nothing.")), tmp_path / "offprints", noted=tmp_path / "noted")
    reader = opened((tmp_path / "offprints/a.pdf").read_bytes())
    assert list(reader.attachments) == ["a--x"]
    assert "TheR202." in letters(reader)
    assert "SocialProtectionFloorsRecommendation" in letters(reader)
    assert "Nothing." not in letters(reader)
    assert reader.metadata.title == "A text"


def test_an_offprint_says_what_it_is_and_nothing_that_it_lacks(tmp_path):
    renew(edition(("a", "The R202.")), tmp_path / "offprints", noted=tmp_path / "noted")
    text = letters(opened((tmp_path / "offprints/a.pdf").read_bytes()))
    assert "offprintof" in text
    assert "Somebody" in text
    assert "Thepagenumbersarethisoffprint’sown" in text
    assert "indices" not in text
    assert "Citetheedition" not in text
    assert "Thefilesarenotattached" in text  # the file of this test has another name than its record says


def test_an_offprint_s_document_is_no_section_of_the_notice_before_it(tmp_path):
    parts = chapter("One.", name="a", part=[{"first": 1, "title": "The first piece", "date": "2019"}])
    renew(volume(parts), tmp_path / "offprints", noted=tmp_path / "noted")
    outline = opened((tmp_path / "offprints/a.pdf").read_bytes()).outline
    titles = [[each.title for each in one] if isinstance(one, list) else one.title for one in outline]
    assert titles == [
        "About this offprint",
        ["How to read it", "Rights"],
        "A text",
        ["2019 · Part 1: The first piece"],
        "Fixity manifest",
        "Colophon",
    ]


def test_a_document_that_mentions_nothing_has_no_glossary_behind_it(tmp_path):
    renew(edition(("a", "The R202."), ("b", "Nothing.")), tmp_path / "offprints", noted=tmp_path / "noted")
    with_one, without = (letters(opened((tmp_path / f"offprints/{name}.pdf").read_bytes())) for name in "ab")
    assert "Theglossarylistseveryplace" in with_one
    assert "Theglossarylistseveryplace" not in without
    assert "Glossary" not in without


def test_only_what_has_changed_is_printed_again(tmp_path):
    folder, noted = tmp_path / "offprints", tmp_path / "noted"
    renew(edition(("a", "One."), ("b", "Two.")), folder, noted=noted)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    renew(edition(("a", "One."), ("b", "Two, changed.")), folder, noted=noted)
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert before["a.pdf"] == after["a.pdf"]
    assert before["b.pdf"] != after["b.pdf"]


def test_what_is_withdrawn_or_withheld_does_not_stay(tmp_path):
    renew(edition(("a", "One."), ("b", "Two.")), tmp_path / "offprints", noted=tmp_path / "noted")
    renew(edition(("a", "One."), withheld=True), tmp_path / "offprints", noted=tmp_path / "noted")
    assert list((tmp_path / "offprints").iterdir()) == []
