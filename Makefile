# make demo: show what plainlint does, on sample documents.  make test: run linters, types and all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := tools/requirements.lock
LOCK_HEAD := \# Every package that development and CI install, with the digests of its files. Renewed by `make lock`.

# Used for `make lock` and `make sbom` only, which need the network.
UV := uv==0.13.9
CYCLONEDX := cyclonedx-bom==7.5.0

.PHONY: demo test test-all coverage update glossary seeds docs site screenshots lock sbom editor-bundle vscode-extension
demo: $(VENV)/.installed
	@$(BIN)/plainlint demo

test: $(VENV)/.test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist worksteal

# Run the slow tests too: those with office programs, editors and engines, which are skipped if
# these are not installed, and those that run long; and ten times as many examples of properties.
test-all: test
	$(BIN)/pytest -n auto -m slow
	$(BIN)/pytest -n auto -m hypothesis --hypothesis-profile long

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

# Write what is generated: docs/built-in-rules.md, docs/checks.md, docs/licences.md, docs/reference.
docs: $(VENV)/.test-installed
	$(BIN)/python tools/generate_docs.py
	$(BIN)/python tools/list_licences.py

# Build the documentation site, and check all its links: build/site/index.html.
site: docs
	$(BIN)/python tools/build_site.py

# Choose the newest versions that pyproject.toml allows, and lock them with their digests.
lock: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet $(UV)
	$(BIN)/uv pip compile pyproject.toml --extra test --extra schema --extra watch --extra docx \
		--extra rst --extra docs --extra lsp --extra serve --extra xlsx --extra corpus --extra corpus-report \
		--universal --python-version 3.11 \
		--generate-hashes --upgrade --no-header --quiet --output-file $(LOCK)
	{ echo '$(LOCK_HEAD)'; cat $(LOCK); } > $(LOCK).new && mv $(LOCK).new $(LOCK)

# Build the wheel, and list what it installs in dist/plainlint.cdx.json (CycloneDX).
sbom: $(VENV)/bin/python
	rm -rf dist/installed
	$(PYTHON) -m venv dist/installed
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	dist/installed/bin/python -m pip install --quiet --disable-pip-version-check dist/plainlint-*.whl
	dist/installed/bin/python -m pip uninstall --quiet --yes pip
	$(BIN)/python -m pip install --quiet $(CYCLONEDX)
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
		--output-file dist/plainlint.cdx.json dist/installed
	rm -rf dist/installed

# Make the editor of the writer's page from the locked packages; this needs node and npm.
editor-bundle:
	cd tools/editor_bundle && npm ci --ignore-scripts --no-audit --no-fund && npm run build

# Build the extension for Visual Studio Code, editors/vscode/plainlint.vsix; this needs node and npm.
vscode-extension:
	cd editors/vscode && npm ci --ignore-scripts --no-audit --no-fund && npm run package

# Take the pictures of reports/ with the Chromium of the system.
screenshots: $(VENV)/.test-installed
	$(BIN)/python benchmarks/screenshots.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@echo "Installing plainlint into $(VENV): about a minute"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

# Only files with a locked digest are installed.
$(VENV)/.test-installed: $(VENV)/bin/python pyproject.toml $(LOCK)
	@echo "Installing plainlint and its tools into $(VENV): a few minutes"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	touch $@ $(VENV)/.installed
