from archivist.sphinxext.epub import described, mended_page


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
