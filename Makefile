# make demo: check and score the sample documents.  make test: run linters, types and all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-all coverage update glossary seeds docs screenshots
demo: $(VENV)/.installed
	@$(BIN)/plainlint check seeds || test $$? -eq 1
	@echo
	@$(BIN)/plainlint score seeds

test: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# Run the slow tests too: those with office programs, editors and engines, which are skipped if
# these are not installed, and those that run long.
test-all: test
	$(BIN)/pytest -n auto -m slow

# Run all tests with coverage, which traces every process that they start; print it, fail under 95%.
coverage: $(VENV)/.test-installed
	$(BIN)/pytest -n auto --cov

# Write all generated files again: run it after an intended change of output, and read the diff.
update: seeds docs

# Learn the glossary that ships with plainlint from the sample documents.
glossary: $(VENV)/.installed
	$(BIN)/plainlint glossary harvest seeds -o plainlint/analysis/glossary/seeds.json

# Write the report on the sample documents. A test compares it with a new run on the same date.
seeds: glossary
	$(BIN)/plainlint report seeds --today 2026-11-22 -o reports

# Write what is generated from rule pages and checks: docs/built-in-rules.md, docs/checks.md.
docs: $(VENV)/.installed
	$(BIN)/python tools/generate_docs.py

# Take the pictures of reports/ with the Chromium of the system.
screenshots: $(VENV)/.test-installed
	$(BIN)/python benchmarks/screenshots.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.test-installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@ $(VENV)/.installed
