"""What the PDF edition costs: seconds of wall and processor, peak memory of all processes, megabytes.

BENCH_EDITION_SIZES (default "4 1000") names the numbers of documents; 10,000 take long. Where TeX Live is installed,
the same texts go through LuaLaTeX from Sphinx's own builder too, without attachments, tags, index or links.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import projects

SIZES = [int(size) for size in os.environ.get("BENCH_EDITION_SIZES", "4 1000").split()]
SPHINX = [sys.executable, "-m", "sphinx", "-q", "-j", "auto", "-c", ".", "-d", "doctrees"]  # as `make pdf` does
_LATEX = 'latex_engine = "lualatex"\nlatex_elements = {"papersize": "a4paper"}\n'
_PAUSE = 0.1  # seconds between two looks at the memory
# Into conf.py: notes when all pages are read, and the seconds of processor that this took.
_VOLUMES = """
edition_volumes = "year"


def setup(app):
    import os, pathlib, time

    def note(*_):
        pathlib.Path("read").write_text(f"{time.time()} {sum(os.times()[:4])}")

    app.connect("env-check-consistency", note)
"""


class Cost(NamedTuple):
    """One run of a command and all that it started."""

    wall: float  # seconds
    cpu: float  # seconds, of all processes
    peak: float  # megabytes, of all processes together


@dataclass
class Watch:
    """What was seen of a command's processes so far."""

    seconds: dict[int, float] = field(default_factory=dict)  # of processor, by process
    peak: int = 0  # bytes, of all together

    def look(self, pid: int) -> None:
        self.peak = max(self.peak, self._resident(pid))

    def _resident(self, pid: int) -> int:
        """Add up the resident bytes of a process and its children, as Linux tells them; note their seconds."""
        try:
            tasks = list(Path(f"/proc/{pid}/task").iterdir())
            pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
            used = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
            children = [int(child) for one in tasks for child in (one / "children").read_text(encoding="ascii").split()]
        except OSError:  # it has just ended
            return 0
        self.seconds[pid] = sum(map(int, used)) / os.sysconf("SC_CLK_TCK")
        return pages * os.sysconf("SC_PAGE_SIZE") + sum(map(self._resident, children))


def main() -> None:
    """Print the table; everything is made in a temporary folder and removed."""
    print("\nThe PDF edition")
    seconds = f"{'Sphinx s':>10}{'cpu s':>8}{'PDF s':>8}{'cpu s':>8}"
    print(f"{'builder':16}{'documents':>10}{seconds}{'peak MB':>9}{'MB':>8}{'volumes':>9}")
    with tempfile.TemporaryDirectory(prefix="archivist-bench-") as name:
        for size in SIZES:
            edition(Path(name) / f"edition-{size}", size)
            if shutil.which("latexmk") and shutil.which("lualatex"):
                latex(Path(name) / f"latex-{size}", size)


def edition(folder: Path, size: int) -> None:
    """Build the edition in volumes by one command; conf.py tells how much of it was reading."""
    projects.ours(folder, size)
    settings = folder / "conf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + _VOLUMES, encoding="utf-8")
    start = time.time()
    whole = cost([*SPHINX, "-b", "edition", "source", "pdf"], folder)
    moment, seconds = map(float, (folder / "read").read_text(encoding="utf-8").split())
    reading = Cost(moment - start, seconds, whole.peak)
    printing = Cost(whole.wall - reading.wall, whole.cpu - reading.cpu, whole.peak)
    report("edition", size, reading, printing, sorted((folder / "pdf").glob("*.pdf")))


def latex(folder: Path, size: int) -> None:
    """Build the same texts by Sphinx's LaTeX builder."""
    projects.stock(folder, size, tuned=False)
    settings = folder / "conf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + _LATEX, encoding="utf-8")
    reading = cost([*SPHINX, "-b", "latex", "source", "latex"], folder)
    printing = cost(["make", "-s", "all-pdf"], folder / "latex")
    report("LuaLaTeX, plain", size, reading, printing, sorted((folder / "latex").glob("*.pdf")))


def report(label: str, size: int, reading: Cost, printing: Cost, files: list[Path]) -> None:
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    seconds = f"{reading.wall:>10.1f}{reading.cpu:>8.1f}{printing.wall:>8.1f}{printing.cpu:>8.1f}"
    row = f"{label:16}{size:>10,}{seconds}{max(reading.peak, printing.peak):>9.0f}"
    print(f"{row}{megabytes:>8.1f}{len(files):>9}", flush=True)


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command, which must succeed, and look at the memory of its processes all the while."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    watch = Watch()
    thread = threading.Thread(target=_watch, args=(process, watch), daemon=True)
    thread.start()
    _, complaints = process.communicate()
    thread.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{complaints.decode()}")
    return Cost(time.perf_counter() - start, sum(watch.seconds.values()), watch.peak / 1e6)


def _watch(process: subprocess.Popen[bytes], watch: Watch) -> None:
    while process.poll() is None:
        watch.look(process.pid)
        time.sleep(_PAUSE)


if __name__ == "__main__":
    main()
