"""Timing whole commands: seconds of wall and processor, and the peak memory of the largest process."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Run(NamedTuple):
    """One run of a command."""

    wall: float  # seconds
    cpu: float  # seconds
    peak: float  # megabytes


def timed(command: Sequence[str], *, folder: Path) -> Run:
    """Run a command, which must succeed; its output is thrown away unless it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaints = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{' '.join(command)} failed:\n{complaints.decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
