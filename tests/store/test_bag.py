"""Our bags before independent judges: the Library of Congress's validator, and sha256sum."""

import subprocess

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archivist.checks.fixity import bag_faults
from archivist.store.bag import Bag, write_bag
from archivist.store.contents import read_contents
from archivist.store.events import Event, append_event

EVENTS = append_event(b"", Event("ingestion", "2026-01-02T03:04:05Z", "Ana", ("data/a.txt",), "received"))


@pytest.fixture
def bag(tmp_path):
    """Write a bag with a text of its own and two payload files, one of them in a folder."""
    texts = {"text/en.txt": b"extracted"}
    payload = {"data/a.txt": b"one\r\n", "data/further/b.bin": bytes(range(256))}
    write_bag(tmp_path / "bag", Bag("a", payload, b'title = "T"\n', EVENTS, texts, "2026-01-02", "The Editors\nof it"))
    return tmp_path / "bag"


def test_the_library_of_congress_finds_it_valid(bag):
    assert bagit.Bag(str(bag)).validate()


def test_its_information_is_that_of_rfc_8493(bag):
    assert (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines() == [
        "Source-Organization: The Editors of it",
        "External-Identifier: a",
        "Bagging-Date: 2026-01-02",
        "Payload-Oxum: 261.2",
        "Bag-Software-Agent: archivist 0.1.0",
        "Event-Count: 1",
    ]


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
@pytest.mark.parametrize("kind", ["manifest", "tagmanifest"])
def test_the_coreutils_agree_with_every_manifest(bag, algorithm, kind):
    subprocess.run(
        [f"{algorithm}sum", "--strict", "-c", f"{kind}-{algorithm}.txt"], cwd=bag, check=True, capture_output=True
    )


def test_the_tag_manifests_cover_every_tag_file_but_themselves(bag):
    listed = [line[66:] for line in (bag / "tagmanifest-sha256.txt").read_text(encoding="utf-8").splitlines()]
    there = [path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()]
    assert listed == sorted(path for path in there if not path.startswith(("data/", "tagmanifest-")))


def test_a_sound_bag_has_no_faults(bag):
    assert bag_faults("a", read_contents(bag)) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_any_flipped_bit_is_detected(bag, data):
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    sound = path.read_bytes()
    position = data.draw(st.integers(0, len(sound) - 1))
    flipped = bytearray(sound)
    flipped[position] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(flipped)
    try:
        faults = bag_faults("a", read_contents(bag))
    finally:
        path.write_bytes(sound)
    assert faults
    assert all(fault.where.startswith("archive/a/") and fault.expected and fault.remedy for fault in faults)


@pytest.mark.parametrize(
    ("folder", "fault"),
    [("data/empty", ("payload-extra", "archive/a/data/empty/")), ("text/x/y", ("tag-extra", "archive/a/text/x/y/"))],
)
def test_an_empty_folder_which_no_manifest_can_list_is_a_fault(bag, folder, fault):
    (bag / folder).mkdir(parents=True)
    (found,) = bag_faults("a", read_contents(bag))
    assert (found.code, found.where) == fault
    assert (found.found, found.remedy) == ("an empty folder", f"remove it: `rmdir {found.where}`")


def test_a_symbolic_link_in_a_bag_is_a_fault(bag, tmp_path):
    (tmp_path / "outside").write_bytes(b"one\r\n")
    (bag / "data" / "a.txt").unlink()
    (bag / "data" / "a.txt").symlink_to(tmp_path / "outside")
    faults = bag_faults("a", read_contents(bag))
    assert [(fault.code, fault.where) for fault in faults if fault.code == "payload-digest"] == [
        ("payload-digest", "archive/a/data/a.txt")
    ]
