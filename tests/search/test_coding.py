from hypothesis import given
from hypothesis import strategies as st

from archivist.search.coding import gaps, hashed, number, numbers, posting, postings, ungapped
from archivist.search.words import read_vocabulary, vocabulary


@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_come_back(values):
    assert list(numbers("".join(map(number, values)))) == values


@given(st.sets(st.integers(0, 1 << 31)))
def test_ascending_numbers_come_back(values):
    assert ungapped(gaps(sorted(values))) == sorted(values)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 8), st.booleans(), st.integers(1, 300))))
def test_postings_come_back(rows):
    written = "".join(number(step) + posting(frequency=n, named=named, block=block) for step, n, named, block in rows)
    unit, expected = -1, []
    for step, n, named, block in rows:
        unit += step + 1
        expected.append((unit, n, named, block))
    assert [tuple(one) for one in postings(written)] == expected


@given(st.integers(9, 10**6))
def test_a_high_frequency_is_never_overstated(frequency):
    (found,) = postings(number(0) + posting(frequency=frequency, named=False, block=1))
    assert 8 <= found.frequency <= frequency


@given(st.dictionaries(st.text("abcdé漢", min_size=3, max_size=70), st.integers(1, 10**5)))
def test_words_come_back(frequencies):
    written = dict(vocabulary(frequencies, units=1))
    found = {word: power for text in written.values() for word, power in read_vocabulary(text)}
    assert found == {word: frequency.bit_length() for word, frequency in frequencies.items()}


def test_the_hash_is_fnv_1a():
    assert [hashed(key) for key in ("", "a", "foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]
