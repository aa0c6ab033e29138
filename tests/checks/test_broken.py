"""One deliberately broken archive a fault under tests/broken/, named after the code that must be found."""

import re
import shutil
from pathlib import Path

import pytest

import archivist
from archivist.checks.auditing import audit
from archivist.checks.checking import check
from archivist.checks.codes import CODES
from archivist.export.schema import record_schema

BROKEN = Path(__file__).parents[1] / "broken"
FOLDERS = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())

# What must be found besides the code in the folder's name.
ALSO = {
    "archive-extra_folder-of-notes": {"file-missing"},
    "payload-digest_flipped-byte": {"reading-changed"},
    "payload-missing_deleted": {"file-missing", "payload-oxum"},
    "payload-extra_put-in": {"payload-oxum"},
    "ruling-target_no-such-entry": {"acronym-unlisted"},
    "tag-digest_event-log-truncated": {"event-log"},
}


@pytest.fixture(params=FOLDERS)
def broken(request, tmp_path):
    """Copy a broken archive, and give it today's schema where that is not what is broken."""
    project = tmp_path / request.param
    shutil.copytree(BROKEN / request.param, project)
    schema = project / "source" / "record.schema.json"
    if not schema.exists():
        schema.parent.mkdir(exist_ok=True)
        schema.write_text(record_schema(), encoding="utf-8")
    return project


def test_a_broken_archive_has_the_faults_of_its_name_and_no_others(broken):
    faults = [*check(broken), *audit(broken).faults]
    assert {fault.code for fault in faults} == {broken.name.partition("_")[0]} | ALSO.get(broken.name, set())


def test_every_fault_says_where_what_was_expected_what_was_found_and_what_mends_it(broken):
    for fault in [*check(broken), *audit(broken).faults]:
        assert all((fault.where, fault.message, fault.expected, fault.found, fault.remedy)), fault
        assert fault.code in CODES


def test_every_code_that_the_program_names_is_in_the_table():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(archivist.__file__).parent.rglob("*.py"))
    named = set(re.findall(r"\bFault\(\s*\"([a-z0-9-]+)\"", sources))
    assert "no-text" in named
    assert named - set(CODES) == set()


def test_every_code_of_check_and_audit_has_a_broken_archive():
    shown = {name.partition("_")[0] for name in FOLDERS}
    assert shown == {code for code, (found_by, _) in CODES.items() if found_by in ("check", "audit")}


@pytest.mark.parametrize("decision", ["sic", "ambiguous"])
def test_an_acronym_that_is_ruled_a_slip_or_undecidable_wants_no_entry(tmp_path, decision):
    shutil.copytree(BROKEN / "acronym-unlisted_used-in-a-text", tmp_path, dirs_exist_ok=True)
    (record,) = tmp_path.glob("archive/*/record.toml")
    words = next(fault for fault in check(tmp_path) if fault.code == "acronym-unlisted").remedy.split("'")[1]
    ruling = f'exact = "{words}"\ndecision = "{decision}"\nwho = "Ana"\nwhen = "2026-01-02"\nkind = "acronym"\n'
    record.write_text(f"{record.read_text(encoding='utf-8')}\n[[ruling]]\n{ruling}", encoding="utf-8")
    assert "acronym-unlisted" not in {fault.code for fault in check(tmp_path)}
