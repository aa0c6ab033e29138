import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.errors import ArchivistError
from archivist.store.record import Original, Part, Record
from archivist.store.recordfile import parse_record, print_record, record_from

quoted = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(
    str.strip
)
dates = st.sampled_from(["2018-11-15", "2015-11", "2016~", "unknown", "2018-11/2019", "201X"])


@st.composite
def records(draw):
    text = {"exact": draw(quoted), "prefix": draw(st.just("") | quoted), "suffix": draw(st.just("") | quoted)}
    return Record.model_validate(
        {
            "title": draw(words),
            "creator": draw(st.lists(words, min_size=1, max_size=3)),
            "date": draw(dates),
            "source": draw(words),
            "language": draw(st.sampled_from(["en", "vi", "zh-Hant", "unknown"])),
            "type": "blog",
            "layout": draw(st.sampled_from(["lines", "blocks"])),
            "original": {"file": "a.txt", "name": draw(words)},
            "evidence": draw(st.dictionaries(words, st.just({"certainty": "stated", "basis": "line 1"}), max_size=2)),
            "part": [{"first": 1, "title": draw(words)}, {"first": 3, "date": draw(dates)}],
            "note": [{**text, "kind": "sic", "evidence": draw(words), "who": "Ana", "when": "2026"}],
            "ruling": draw(st.lists(st.just({**text, "decision": "no", "who": "Ana", "when": "2026"}), max_size=1)),
        }
    )


@given(records())
def test_a_record_printed_is_read_back_the_same(record):
    assert parse_record(print_record(record), "record.toml") == record


def test_layout_and_access_are_printed_even_where_they_have_their_default():
    printed = print_record(_record()).decode()
    assert 'layout = "lines"' in printed
    assert 'access = "open"' in printed


def test_what_says_nothing_is_not_printed():
    printed = print_record(_record()).decode()
    assert "rights" not in printed
    assert "note" not in printed


def test_keys_stand_in_the_order_of_the_model():
    record = _record().model_copy(update={"part": (Part(first=1),), "places": ("Hanoi",)})
    keys = [
        line.split(" = ")[0].strip("[]") for line in print_record(record).decode().splitlines() if line[:1].isalpha()
    ]
    expected = [name for name in Record.model_fields if name in keys]
    assert [key for key in keys if key in expected] == expected


@pytest.mark.parametrize(
    ("line", "code", "place", "expected"),
    [
        ("titel = 'x'", "record-unknown-key", "titel", "title"),
        ("[rights]\nhodler = 'x'", "record-unknown-key", "rights.hodler", "holder"),
        ("description = 3", "record-value", "description", "text between quotation marks"),
        ("creator = ['']", "record-value", "creator.1", 'a name, or "unknown"'),
        ("creator = []", "record-value", "creator", 'a list of names, with "unknown" in it'),
        ("title = ''", "record-value", "title", 'a text that is not empty, or "unknown"'),
        ("persons = ['Ana,']", "record-value", "persons.1", "family name first, such as Nguyen, Thi Lan"),
        ("persons = ['Reyes, Jr., Jose']", "record-value", "persons.1", "a suffix follows the given names"),
        ("persons = ['Ana, B.']", "record-value", "", "persons that are written so in creator"),
        ("places = 'Asia'", "record-value", "places", "a list"),
        ("creator = 'CDI'", "record-value", "creator", 'a list of names, such as creator = ["unknown"]'),
        (
            "date = '2018-02-30'",
            "record-value",
            "date",
            "a date in EDTF (ISO 8601-2), such as 2018-11-15, 2015-11 or 2016~",
        ),
        ("date = '2015/2014'", "record-value", "date", "an interval ends after it begins"),
        ("date = 2018-02-03", "record-value", "date", "text between quotation marks"),
        ("language = 'english'", "record-value", "language", "a language tag (BCP 47), such as en, vi or zh-Hant"),
        ("[[part]]\nfirst = 0", "record-value", "part.1.first", "greater than or equal to 1"),
        ("[[part]]\nfirst = 2\n[[part]]\nfirst = 2", "record-value", "", "parts that ascend"),
        ("[rights]\nuri = 'http://x'", "record-value", "rights.uri", "an address of RightsStatements.org"),
        ("[capture]\nurl = 'javascript:alert(2)'", "record-value", "capture.url", "begins with https:// or http://"),
        ("[capture]\nurl = 'see https://x.org'", "record-value", "capture.url", "begins with https:// or http://"),
        ("[original]\nfile = 'x'\nname = 'x'\nmedia_type = 'foo'", "record-value", "original.media_type", "text/plain"),
        ("[original]\nfile = '../../x'\nname = 'x'", "record-value", "original.file", "a file name"),
    ],
)
def test_a_fault_names_the_key_and_what_was_expected(line, code, place, expected):
    with pytest.raises(ArchivistError) as raised:
        parse_record(_toml_with(line), "record.toml")
    (fault,) = raised.value.faults
    assert (fault.code, fault.where) == (code, f"record.toml#{place}" if place else "record.toml")
    assert expected in fault.expected
    assert fault.found
    assert fault.remedy


def test_every_missing_key_is_named_at_once():
    with pytest.raises(ArchivistError) as raised:
        parse_record(b"", "record.toml")
    missing = ["title", "creator", "date", "source", "language", "type", "original"]
    assert [fault.where for fault in raised.value.faults] == [f"record.toml#{name}" for name in missing]


@pytest.mark.parametrize("data", [b"title = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_what_is_not_toml_is_a_syntax_fault(data):
    with pytest.raises(ArchivistError) as raised:
        parse_record(data, "record.toml")
    assert [fault.code for fault in raised.value.faults] == ["record-syntax"]


def _record():
    original = Original(file="a.txt", name="a.txt")
    return Record(title="T", creator=("A",), date="2018", source="s", language="en", type="blog", original=original)


def _toml_with(line):
    """Give the smallest record with a line in place of the one for its key."""
    lines = {
        "title": "title = 'T'",
        "creator": "creator = ['A']",
        "date": "date = '2018'",
        "source": "source = 's'",
        "language": "language = 'en'",
        "type": "type = 'blog'",
        "[original]": "[original]\nfile = 'a.txt'\nname = 'a.txt'",
    }
    key = line.splitlines()[0] if line.startswith("[") else line.split(" = ")[0]
    if key in lines:
        return "\n".join((lines | {key: line}).values()).encode()
    head, _, tail = "\n".join(lines.values()).partition("[original]")
    return (
        f"{line}\n{head}[original]{tail}".encode()
        if not line.startswith("[")
        else f"{head}[original]{tail}\n{line}".encode()
    )


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x7f", "\x85", "\ufffe"])
@pytest.mark.parametrize("field", ["title", "creator", "description", "rights.holder", "part.1.title"])
def test_a_control_character_is_refused_by_the_name_of_its_key(field, sign):
    said = f"a{sign}b"
    fields = {
        "title": {"title": said},
        "creator": {"creator": ["ILO", said]},
        "description": {"description": said},
        "rights.holder": {"rights": {"holder": said}},
        "part.1.title": {"part": [{"first": 1, "title": said}]},
    }[field]
    (fault,) = _refusal(fields)
    assert fault.where == f"record.toml#{'creator.2' if field == 'creator' else field}"
    assert fault.expected == f"text without control characters: U+{ord(sign):04X} stands in it"


def test_half_of_a_surrogate_pair_is_refused():
    (fault,) = _refusal({"title": "a\udcff"})
    assert (fault.code, fault.where, fault.found) == ("record-value", "record.toml#title", r"'a\udcff'")


def test_tabs_and_line_ends_in_a_record_and_controls_in_a_quotation_are_let_be():
    note = {"exact": "a\x07b", "kind": "sic", "evidence": "line 1", "who": "Ana", "when": "2026"}
    table = _record().model_dump() | {"description": "one\r\n\ttwo", "note": [note]}
    assert record_from(table, "record.toml").note[0].exact == "a\x07b"


def _refusal(fields):
    with pytest.raises(ArchivistError) as raised:
        record_from(_record().model_dump() | fields, "record.toml")
    return raised.value.faults


@pytest.mark.parametrize(
    "date", ["Y12015", "1950S2", "2004-06~-11", "-201X", "{2015..2017}", "[1667,1670..1672]", "../.."]
)
def test_a_date_that_has_no_words_is_refused(date):
    (fault,) = _refusal({"date": date})
    assert fault.expected.startswith("a date in a form of EDTF that can be said in words")
