from dataclasses import replace

from small_volumes import IMPRINT, chapter, letters, printed

from archivist.edition.citing import document_citation, edition_citation
from archivist.edition.locales import language_name


def test_a_citation_of_a_passage_names_archive_and_edition():
    document = chapter("One.").document
    assert document_citation(document, IMPRINT, paragraph=1) == (
        f"Somebody (November 2019). A text. Archived text: tst:2019-text@{document.text_sha256[:16]}#p1. "
        "A Small Archive, PDF edition, 1.0, 29 February 2024."
    )


def test_a_citation_of_the_edition_gives_its_site():
    cited = edition_citation(replace(IMPRINT, address="https://example.org/"))
    assert cited.startswith("The editors. A Small Archive. PDF edition, 1.0, 29 February 2024. https://example.org/. ")


def test_a_record_and_the_notice_show_such_a_citation():
    assert letters(printed(chapter("One."))).count("ASmallArchive,PDFedition,1.0,29February2024.") == 2


def test_a_language_that_nobody_knows_is_not_printed_as_a_code():
    assert language_name("und", within="en") == "not known"
    assert language_name("th", within="en") == "Thai"
