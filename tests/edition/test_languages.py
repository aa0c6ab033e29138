"""Languages as Typst takes them."""

import pytest

from archivist.edition.locales import language_code
from archivist.sphinxext.countries import country_names


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


def test_countries_are_named_and_what_is_no_code_stays():
    assert country_names("NP", within="en") == "Nepal"
    assert country_names("Asia, DE", within="en-GB") == "Asia, Germany"
    assert country_names("XQ", within="en") == "XQ"
    assert country_names("ASEAN", within="x-none") == "ASEAN"
