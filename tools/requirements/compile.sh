#!/bin/sh
# Pin run, dev and conformance requirements with hashes and without a line about an index. Each set contains the one
# before it, so that installing one never changes what another has installed.
set -eu
cd "$(dirname "$0")/../.."
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links --group build "$@" pyproject.toml
}
compile -o tools/requirements/run.txt
compile --constraint tools/requirements/run.txt --group dev -o tools/requirements/dev.txt
compile --constraint tools/requirements/dev.txt --group dev --group conformance -o tools/requirements/conformance.txt
