"""What commands raise; only `cli` prints it and turns it into an exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model import Fault


class ArchivistError(Exception):
    """Wrong use or bad input (exit status 2): nothing was written."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults: Sequence[Fault] = faults

    def in_full(self) -> str:
        """Say on one line all that each fault says, for a log that is not the command line's."""
        return "; ".join(
            f"{fault.message} [{fault.code}] ({fault.where}): expected {fault.expected}, found {fault.found}; "
            f"remedy: {fault.remedy}"
            for fault in self.faults
        )

    def __reduce__(self) -> tuple[type[ArchivistError], tuple[Fault, ...]]:
        """Let it pass from one process to another with its faults."""
        return type(self), tuple(self.faults)
