"""A gateway for an OAI-PMH static repository: reads the file and serves it with the package oai-repo."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from copy import deepcopy
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from lxml import etree
from oai_repo import DataInterface, OAIRepository
from oai_repo.interfacedata import Identify, MetadataFormat, RecordHeader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OAI = "{http://www.openarchives.org/OAI/2.0/}"


class StaticRepository(DataInterface):
    """The data of the file, as oai-repo asks for it."""

    limit = 2  # so that a harvest needs resumption tokens

    def __init__(self, file: Path) -> None:
        root = etree.parse(file).getroot()
        self.said = {one.tag.removeprefix(OAI): one.text for one in root.find("{*}Identify")}
        self.formats = [[one.text for one in format_] for format_ in root.find("{*}ListMetadataFormats")]
        self.records = {one.findtext(f"{OAI}header/{OAI}identifier"): one for one in root.find("{*}ListRecords")}

    def get_identify(self):
        return Identify(
            repository_name=self.said["repositoryName"],
            base_url=self.said["baseURL"],
            admin_email=[self.said["adminEmail"]],
            earliest_datestamp=self.said["earliestDatestamp"],
            deleted_record=self.said["deletedRecord"],
            granularity=self.said["granularity"],
        )

    def is_valid_identifier(self, identifier):
        return identifier in self.records

    def get_metadata_formats(self, identifier=None):
        return [MetadataFormat(*format_) for format_ in self.formats]

    def get_record_header(self, identifier):
        datestamp = self.records[identifier].findtext(f"{OAI}header/{OAI}datestamp")
        return RecordHeader(identifier=identifier, datestamp=datestamp)

    def get_record_metadata(self, identifier, metadataprefix):
        return deepcopy(self.records[identifier].find(f"{OAI}metadata")[0])

    def get_record_abouts(self, identifier):
        return []

    def list_set_specs(self, identifier=None, cursor=0):
        return None, None, None

    def list_identifiers(self, metadataprefix, filter_from=None, filter_until=None, filter_set=None, cursor=0):
        found = [one for one in self.records if self._is_within(one, filter_from, filter_until)]
        return found[cursor : cursor + self.limit], len(found), None

    def _is_within(self, identifier, first, last):
        moment = datetime.fromisoformat(f"{self.get_record_header(identifier).datestamp}T00:00:00+00:00")
        return (first is None or first <= moment) and (last is None or moment <= last)


@contextmanager
def serve_repository(file: Path) -> Iterator[str]:
    """Serve a static repository, and give the address of the gateway."""
    repository = OAIRepository(StaticRepository(file))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            response = repository.process(dict(parse_qsl(urlsplit(self.path).query)))
            body = bytes(response)
            self.send_response(200)
            self.send_header("Content-Type", "text/xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/oai"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
