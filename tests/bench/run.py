"""`make bench`: what builds, audits and the recogniser cost, beside stock Sphinx in the same run.

BENCH_SIZES (default "500 2000") names the numbers of documents.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import bench_recogniser
import projects
from timing import Run, timed

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "500 2000").split()]
SPHINX = [sys.executable, "-m", "sphinx", "-q", "-b", "html"]


def main() -> None:
    """Print the tables; everything is made in a temporary folder and removed."""
    with tempfile.TemporaryDirectory(prefix="archivist-bench-") as name:
        folder = Path(name)
        builds(folder)
        audits(folder)
    print("\nThe recogniser, one core")
    bench_recogniser.main()


def builds(folder: Path) -> None:
    print("Full HTML builds, one process, search index included")
    columns = f"{'wall s':>9}{'cpu s':>9}{'ms/doc':>9}{'peak MB':>9}{'page B':>10}{'site MB':>9}"
    print(f"{'project':24}{'documents':>10}{columns}")
    for size in SIZES:
        for label, make in _PROJECTS.items():
            project = folder / f"{label}-{size}"
            make(project, size)
            run = timed([*SPHINX, "-c", ".", "source", "html"], folder=project)
            report(label, size, run, project / "html")
            shutil.rmtree(project / "html")
            if label != "archivist":
                shutil.rmtree(project)


def report(label: str, size: int, run: Run, site: Path) -> None:
    pages = sorted(path for path in site.glob("doc*/*.html"))
    page = pages[len(pages) // 2].stat().st_size
    total = sum(path.stat().st_size for path in site.rglob("*") if path.is_file() and ".doctrees" not in path.parts)
    row = f"{label:24}{size:>10,}{run.wall:>9.1f}{run.cpu:>9.1f}{run.cpu / size * 1000:>9.1f}"
    print(f"{row}{run.peak:>9.0f}{page:>10,}{total / 1e6:>9.1f}", flush=True)


def audits(folder: Path) -> None:
    print("\nAudit: every byte read, both digests")
    print(f"{'command':24}{'documents':>10}{'wall s':>9}{'cpu s':>9}")
    sums = 'for bag in archive/*/; do (cd "$bag" && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt '
    sums += "&& sha512sum --quiet -c manifest-sha512.txt tagmanifest-sha512.txt) || exit 1; done"
    for size in SIZES:
        project = folder / f"archivist-{size}"
        for label, command in (
            ("archivist audit", [sys.executable, "-m", "archivist", "audit"]),
            ("sha256sum + sha512sum", ["sh", "-c", sums]),
        ):
            run = timed(command, folder=project)
            print(f"{label:24}{size:>10,}{run.wall:>9.2f}{run.cpu:>9.2f}", flush=True)


_PROJECTS: dict[str, Callable[[Path, int], None]] = {
    "archivist": projects.ours,
    "stock Sphinx": lambda folder, count: projects.stock(folder, count, tuned=False),
    "stock Sphinx, tuned": lambda folder, count: projects.stock(folder, count, tuned=True),
}

if __name__ == "__main__":
    main()
