"""Every bag of the archive, judged by the Library of Congress's validator and by coreutils."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import PROJECT, bags


@pytest.fixture(params=bags(PROJECT), ids=lambda bag: bag.id)
def bag(request):
    return request.param


def test_bagit_validates(bag):
    assert (
        subprocess.run([sys.executable, "-m", "bagit", "--validate", "--quiet", bag.folder], check=False).returncode
        == 0
    )


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
@pytest.mark.parametrize("manifest", ["manifest", "tagmanifest"])
def test_coreutils_agree_with_the_manifests(bag, manifest, algorithm):
    command = [f"{algorithm}sum", "--check", "--strict", "--quiet", f"{manifest}-{algorithm}.txt"]
    assert subprocess.run(command, cwd=bag.folder, check=False).returncode == 0
