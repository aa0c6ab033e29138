# The only door: `make help` lists the words. Needs GNU make and Python 3.11 or later with venv; everything else is
# installed into .venv from pinned, hashed requirements.

.DEFAULT_GOAL := all
.NOTPARALLEL: # builds share what Sphinx has read
.PHONY: all help html pdf epub test lint check conformance bench serve clean requirements

PYTHON ?= python3
BIN := .venv/bin
REQUIREMENTS := tools/requirements
BUILD := build
JOBS ?= auto
BUILT := $(BIN)/archivist build --jobs $(JOBS)
# The same commit gives the same bytes: the date is the last commit's, or where there is no git that of CHANGELOG.md.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date -u -r CHANGELOG.md +%s)
export PYTHONHASHSEED := 0

all: pdf html ## build the HTML site and the PDF edition
	@echo
	@echo "HTML site:   $(BUILD)/html/index.html"
	@echo "PDF edition: $(BUILD)/pdf/$$(ls $(BUILD)/pdf | grep pdf$$)"

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

html: $(BIN)/.run ## build the HTML site into build/html
	@$(BUILT) html

pdf: $(BIN)/.run ## build the PDF edition into build/pdf
	@$(BUILT) pdf

epub: $(BIN)/.run ## build the EPUB into build/epub
	@$(BUILT) epub

test: $(BIN)/.dev ## run the tests and the linters
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest

lint: $(BIN)/.dev ## ruff, mypy and the import contract
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: $(BIN)/.run ## every rule of the archive: records, glossary, derived files, fixity
	@$(BIN)/archivist check
	@$(BIN)/archivist audit

conformance: $(BIN)/.conformance all epub ## outside validators: browser, PDF, EPUB, HTML, bags (installs what they need)
	@$(BIN)/python tests/conformance/install.py
	@$(BIN)/pytest tests/conformance

bench: $(BIN)/.conformance ## measure speed and size on generated archives (the search: in a browser)
	@$(BIN)/python tests/bench/run.py
	@$(BIN)/python tests/bench/bench_edition.py
	@$(BIN)/python tests/conformance/install.py
	@$(BIN)/python tests/bench/bench_search.py

serve: $(BIN)/.run html ## build the site and serve it on http://127.0.0.1:8000
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(BUILD)/html 8000

clean: ## remove what was built; .venv stays
	@rm -rf $(BUILD)

requirements: ## pin the requirements anew (needs uv)
	@tools/requirements/compile.sh

# --- the virtual environment: one stamp a set of requirements ---

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "archivist needs Python 3.11 or later; name one: make PYTHON=python3.11")'
	@echo "Preparing .venv (once) …"
	@$(PYTHON) -m venv .venv

define INSTALL
	@echo "Installing $(REQUIREMENTS)/$*.txt (once) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $(REQUIREMENTS)/$*.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@
endef

$(BIN)/.%: $(REQUIREMENTS)/%.txt pyproject.toml | $(BIN)/python
	$(INSTALL)
