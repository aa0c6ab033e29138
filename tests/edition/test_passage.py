from small_volumes import chapter

from archivist.edition.ink import Ink
from archivist.edition.passage import paragraphs_code


def code(text, **terms):
    """Give the code of a text's paragraphs, with every entry linkable."""
    return paragraphs_code(chapter(text, **terms), {"R202", "ilo-org"}, ink=Ink(), language="en")


def note(exact, **terms):
    return {"kind": "comment", "exact": exact, "evidence": "e", "who": "w", "when": "2024"} | terms


def test_a_paragraph_is_named_by_its_passage_identifier():
    assert code("One.\n\nTwo.")[2] == 'paragraph("2019-text#p2", "2", {"Two.";});\n'


def test_only_the_first_use_of_an_entry_is_linked():
    assert code("R202, R202")[1] == 'paragraph("2019-text#p1", "1", {mention("R202", {"R202";});", R202";});\n'


def test_a_link_inside_a_word_does_not_let_the_word_break():
    written = code("The ILO/Japan project")[1]
    assert '"The ";whole({mention("ilo-org", {"ILO";});whole("/Japan");});" project";' in written


def test_a_note_lies_over_a_link_and_follows_its_last_word():
    written = code("The ILO works.", note=[note("ILO works")])[1]
    assert 'noted({mention("ilo-org", {"ILO";});});noted({" works";});note("en", ' in written
    assert written.endswith('e.";}));".";});\n')


def test_a_note_that_ends_in_a_line_end_is_not_lost():
    written = code("One\ntwo.", note=[note("One\n")])
    assert "note(" in written[1]
    assert "note" not in written[2]


def test_a_note_over_two_paragraphs_follows_the_second():
    written = code("One\ntwo.", note=[note("One\ntwo")])
    assert 'noted({"One";});});' in written[1]
    assert 'noted({"two";});note(' in written[2]


def test_a_short_paragraph_is_kept_whole_with_all_its_notes():
    written = code("One two.", note=[note("One"), note("two")])[1]
    assert written.startswith('whole-paragraph("2019-text#p1", "1", {noted({"One";});')
    assert written.count("note-entry(") == 2
    assert 'noted({"two";});note("en", note-entry("1", {"One";}, ' in written


def test_the_notes_of_a_long_paragraph_are_at_their_words():
    written = code(f"One {'words ' * 100}two.", note=[note("One"), note("two")])[1]
    assert written.startswith('paragraph-of-lines("2019-text#p1", "1", {let notes = (note-entry("1", {"One";}, ')
    assert 'noted({"One";});line-note("en", "2019-text#p1", notes, 0);' in written
    assert 'noted({"two";});line-note("en", "2019-text#p1", notes, 1);' in written


def test_a_note_of_many_lines_may_go_on_overleaf():
    short, long = (code("One.", note=[note("One", evidence="word " * count)])[1] for count in (10, 200))
    assert "long: true" not in short
    assert "long: true" in long


def test_a_paragraph_runs_from_the_side_that_its_first_letter_says():
    written = code("1. \u0627 and\nA \u0627\n\u05d0\n12.")
    assert [number for number, one in written.items() if ", dir: rtl);" in one] == [1, 3]
    assert ", dir: rtl);" in code("12.", language="ar")[1]
    assert ", dir: rtl);" not in code("Latin.", language="ar")[1]
