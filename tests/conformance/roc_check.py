"""Validate an RO-Crate where there is no network: `roc_check.py CRATE CONTEXT`, run by the validator's own Python.

The one address that it asks for, that of the JSON-LD context, is answered from a file of the same name. Prints a line
a fault, and at last how many checks were made.
"""

import sys
from pathlib import Path

from requests import Response
from requests.adapters import HTTPAdapter
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings

CONTEXT = "https://w3id.org/ro/crate/1.1/context"


def answer(_adapter, request, **_options):
    response = Response()
    response.request, response.url = request, request.url
    response.status_code = 200 if request.url == CONTEXT else 404
    response.headers["Content-Type"] = "application/ld+json"
    response._content = Path(sys.argv[2]).read_bytes() if request.url == CONTEXT else b""
    return response


HTTPAdapter.send = answer
settings = ValidationSettings(
    rocrate_uri=sys.argv[1],
    profile_identifier="ro-crate-1.1",
    requirement_severity=Severity.REQUIRED,
    no_cache=True,
)
result = services.validate(settings)
for issue in result.get_issues(Severity.REQUIRED):
    print(f"{issue.check.identifier}: {issue.message}")
print(len(result.executed_checks), "checks")
