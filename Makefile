# make demo: plainlint on its own seed documents.  make test: the whole suite.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test seeds docs screenshots
demo: $(VENV)/.installed
	@$(BIN)/plainlint check seeds || test $$? -eq 1
	@echo
	@$(BIN)/plainlint score seeds

test: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# Writes again what is made from the seed documents.
seeds: $(VENV)/.installed
	$(BIN)/plainlint glossary harvest seeds -o plainlint/analysis/glossary/seeds.json
	$(BIN)/plainlint report seeds --today 2026-11-22 -o reports

# Regenerates the README's table of rules and docs/checks.md from the rule pages and the checks.
docs: $(VENV)/.installed
	$(BIN)/python tools/generate_docs.py

# Takes the README's pictures of reports/ with Debian's Chromium.
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
