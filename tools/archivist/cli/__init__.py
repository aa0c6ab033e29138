"""The command line: parse, call, print, exit status.

A command lives in a module of its own and is registered by one line in COMMANDS; its module is loaded when it is
asked for, so that `archivist --help` stays quick.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import click

from archivist.cli.printing import print_refusal
from archivist.errors import ArchivistError
from archivist.model import Fault

# name: (module of archivist.cli that holds a click command of that name, what the overview says)
COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("founding", "Make an empty archive project."),
    "add": ("adding", "Add files to the archive."),
    "seal": ("adding", "Seal a record that was edited by hand."),
    "list": ("looking", "List the documents."),
    "show": ("looking", "Show a document's record and state."),
    "find": ("finding", "Search the texts, as the site does."),
    "cite": ("citing", "Cite a document, a part, a passage or the edition."),
    "verify": ("proving", "Prove a passage or a quotation."),
    "check": ("checking", "Check descriptions and derived files."),
    "audit": ("checking", "Read every byte of the archive and compare."),
    "link": ("linking", "Rule on a document's unsure mentions, one key each."),
    "mentions": ("mentions", "Show what the recogniser sees in documents or files."),
    "score": ("scoring", "Score the recogniser against the annotated texts."),
    "export": ("exporting", "Export documents in the forms that other tools read."),
    "build": ("editions", "Build the site, the PDF edition or the EPUB."),
    "restore": ("editions", "Make the archive again from its PDF edition."),
}


class Overview(click.Group):
    """The group of all commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"archivist.cli.{COMMANDS[cmd_name][0]}")
        commands = (each for each in vars(module).values() if isinstance(each, click.Command))
        return next(command for command in commands if command.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - likewise
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ArchivistError as error:
            print_refusal(error.faults, as_json=_json_asked(ctx))
        except BrokenPipeError:  # the reader of our output has had enough, as `head` does
            sys.stderr.close()
            return ctx.exit(0)
        except OSError as error:
            print_refusal([_system_fault(error)], as_json=_json_asked(ctx))
        return ctx.exit(2)


@click.group(cls=Overview, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--project", type=click.Path(path_type=Path), help="The archive project; else found upward from here.")
@click.version_option(package_name="archivist")
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Keep an archive of source documents: add, describe, check and publish them.

    Exit status: 0 fine, 1 problems found, 2 wrong use or bad input.
    """
    ctx.obj = project
    if os.environ.get("NO_COLOR"):  # no-color.org: whatever it says
        ctx.color = False


def _json_asked(ctx: click.Context) -> bool:
    return bool(ctx.meta.get("archivist.json"))


def _system_fault(error: OSError) -> Fault:
    return Fault(
        "system",
        str(error.filename or ""),
        "the system refused",
        expected="a file or folder that can be used so",
        found=error.strerror or type(error).__name__,
        remedy="see to its rights, its place or the room on the disk, then give the command again",
    )
