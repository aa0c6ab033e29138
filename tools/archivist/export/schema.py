"""source/record.schema.json: the JSON Schema of record.toml, for editors that complete and check while one types."""

from __future__ import annotations

import json

from archivist.store import Record


def record_schema() -> str:
    """Print the schema of the provenance record (JSON Schema 2020-12)."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Record.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
