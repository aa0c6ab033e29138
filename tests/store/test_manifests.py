import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.store.manifests import digest_bytes, digest_file, parse_manifest, print_manifest

paths = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda path: not path[0].isspace())


@given(
    st.dictionaries(paths.filter(lambda path: "*" not in path), st.text("0123456789abcdef", min_size=64, max_size=64))
)
def test_what_is_printed_is_read_back(digests):
    assert parse_manifest(print_manifest(digests)) == digests


def test_line_ends_and_percent_signs_in_a_path_are_encoded_as_rfc_8493_says():
    assert print_manifest({"data/50%\r\n.txt": "ab"}) == b"ab  data/50%25%0D%0A.txt\n"


def test_lines_are_sorted_by_path():
    assert print_manifest({"b": "1", "a": "2"}) == b"2  a\n1  b\n"


@pytest.mark.parametrize("manifest", [b"ab\n", b"no digest\n", b"ab  x\nab  x\n"])
def test_a_line_that_is_no_digest_and_path_is_refused(manifest):
    with pytest.raises(ValueError, match="line"):
        parse_manifest(manifest)


def test_a_bare_percent_sign_of_an_older_tool_is_kept():
    assert parse_manifest(b"ab  data/100%.txt\n") == {"data/100%.txt": "ab"}


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_a_file_has_the_digests_of_its_bytes(tmp_path, size):
    data = b"x" * size
    (tmp_path / "f").write_bytes(data)
    assert digest_file(tmp_path / "f") == digest_bytes(data)
    assert digest_bytes(data)[:2] == (hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest())
