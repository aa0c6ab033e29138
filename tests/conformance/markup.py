"""What is wrong with the HTML of a site: by the Nu checker's rules, and of its links."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from conftest import PROJECT

CHECKER = PROJECT / "build/conformance/node_modules/vnu-jar/build/dist/vnu.jar"


def markup_errors(folder: Path) -> dict[str, list[str]]:
    """Give each page with the errors that the Nu checker finds in it."""
    command = [
        "java",
        "-jar",
        CHECKER,
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
        "--exit-zero-always",
        folder,
    ]
    done = subprocess.run(command, capture_output=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for message in messages:
        page = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder).as_posix()
        found[page].append(message["message"])
    return found


class Addresses(HTMLParser):
    """Collects where a page leads and where it can be led to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, _tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.targets.add(value)
            elif name in ("href", "src", "action") and value:
                self.addresses.add(value)


addresses = cache(Addresses)


def dead_links(page: Path) -> list[str]:
    """Give the addresses of a page that name no file, or no element of one."""
    dead = []
    for address in sorted(addresses(page).addresses):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        fragment = unquote(parts.fragment)
        if not target.is_file() or (fragment and fragment not in addresses(target).targets):
            dead.append(address)
    return dead
