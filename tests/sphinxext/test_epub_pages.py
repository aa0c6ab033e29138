from types import SimpleNamespace

from archivist.sphinxext.epub import contents, described, description, mended_page, rights


def test_a_page_names_its_language_once():
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'
    once = mended_page(page, language="vi")
    assert once.startswith('<html lang="vi" xml:lang="vi" xmlns="http://www.w3.org/1999/xhtml">')
    assert mended_page(once, language="vi") == once


def test_a_source_that_speaks_of_tags_is_not_touched():
    assert "&lt;pre&gt;" in mended_page("<html lang='en'><div>&lt;pre&gt;</div></html>", language="en")


def test_the_book_says_how_it_can_be_read():
    package = described("<package><metadata>\n  </metadata></package>")
    for name in ("accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"):
        assert f'<meta property="schema:{name}">' in package


def test_a_contributor_whom_nobody_named_is_left_out():
    named = "<metadata>\n    <dc:contributor>Ana</dc:contributor>\n  </metadata>"
    assert "<dc:contributor>Ana</dc:contributor>" in described(named)
    assert "contributor" not in described(named.replace("Ana", "unknown"))


def test_the_book_says_what_it_holds_and_whose_the_rights_are():
    assert description("Letters", 1).startswith("Letters: 1 document, word for word")
    said = rights("2026, Ana", licence="https://creativecommons.org/licenses/by/4.0/")
    assert said.startswith("© 2026, Ana. Records, glossary, notes and editors’ pages: https://creativecommons.org/")
    assert said.endswith("The source texts keep the rights of their holders, which each record states.")
    assert "editors’ pages: no licence is stated. The source" in rights("2026, Ana", licence="")


def test_the_contents_name_each_document_and_the_years_where_these_have_pages():
    letters = [SimpleNamespace(docname=f"documents/letter-{n}", title=f"Letter {n}") for n in range(502)]
    few = {"2015": letters[:1], "undated": letters[1:2]}
    assert list(contents(few, "documents", level=2)) == [
        (2, "documents/letter-0", "Letter 0"),
        (2, "documents/letter-1", "Letter 1"),
    ]
    named = list(contents({"2015": letters[:501], "undated": letters[501:]}, "documents", level=2))
    assert named[:2] == [(2, "documents-2015", "2015"), (3, "documents/letter-0", "Letter 0")]
    assert named[-2:] == [(2, "documents-undated", "undated"), (3, "documents/letter-501", "Letter 501")]
