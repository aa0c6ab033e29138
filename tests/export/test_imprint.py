"""What conf.py says of the archive, and what of it cannot stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_items import ABROAD, IMPRINT

from archivist.errors import ArchivistError
from archivist.export.imprint import checked, imprint_of

FIT = ["", "https://archive.test", "http://archive.test:8080/asia/texts", "https://a.github.io/~b", "http://localhost"]
UNFIT = [
    "https://a.test/%zz",
    "https://a.test/x%4",
    "not a url",
    "ftp://archive.test",
    "https://archive.test/a?b=1",
    "https://archive.test/#a",
    "https://",
    "https:///a",
    "archive.test",
    "https://ana@archive.test",
    "https://archive.test/a b",
]


@pytest.mark.parametrize("address", FIT)
def test_an_address_that_paths_can_be_added_to_may_stand(address):
    assert checked(replace(IMPRINT, address=address)).address == address


@pytest.mark.parametrize("address", UNFIT)
def test_what_is_no_address_is_refused_with_what_was_found(address):
    with pytest.raises(ArchivistError) as caught:
        checked(replace(IMPRINT, address=address))
    (fault,) = caught.value.faults
    assert (fault.code, fault.where, fault.found) == ("setting-value", "conf.py#archive_address", repr(address))


@pytest.mark.parametrize("email", ["nope", "a b@x.test", "a@x", "<a@x.test>", "a@x.test, b@x.test"])
def test_what_is_no_address_of_e_mail_is_refused(email):
    with pytest.raises(ArchivistError, match="archive_email"):
        checked(replace(ABROAD, email=email))


@pytest.mark.parametrize("code", ["a b#", "ASPA", "asp:a", "ašp"])
def test_a_code_that_no_identifier_can_have_is_refused(code):
    with pytest.raises(ArchivistError, match="archive_code"):
        checked(replace(IMPRINT, code=code))
    assert checked(replace(IMPRINT, code="")).code == ""


@pytest.mark.parametrize("licence", ["CC BY", "creativecommons.org/licenses/by/4.0/", "https://", "https://x.test/a b"])
def test_a_licence_that_is_no_address_is_refused(licence):
    with pytest.raises(ArchivistError, match="archive_licence"):
        checked(replace(IMPRINT, licence=licence))
    assert checked(replace(IMPRINT, licence="https://x.test/l?v=4#en")).licence


def test_both_are_said_at_once_and_come_from_conf_py(tmp_path):
    (tmp_path / "conf.py").write_text('archive_address = "ftp://x"\narchive_email = "nope"\n', encoding="utf-8")
    with pytest.raises(ArchivistError) as caught:
        imprint_of(tmp_path)
    assert [fault.where for fault in caught.value.faults] == ["conf.py#archive_address", "conf.py#archive_email"]
