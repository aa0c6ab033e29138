"""Languages as Typst takes them."""

import pytest

from archivist.edition.chapters import language_code


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [
        ("en-GB", '"en"', '"GB"'),
        ("zh-Hant", '"zh"', "none"),
        ("zh-min-nan", '"nan"', "none"),
        ("es-419", '"es"', "none"),
        ("x-klingon", '"und"', "none"),
        ("unknown", '"und"', "none"),
    ],
)
def test_a_language_tag_gives_what_typst_takes(tag, language, region):
    assert language_code(tag) == (language, region)
