# `make site` builds the site, `make test` runs all tests; both set up what they need first.
# Another Python:  make site PYTHON=python3.12      Other seeds:  make site NEWSARCHIVE_SEEDS=path/to/seeds

PYTHON ?= python3
NEWSARCHIVE_SEEDS ?= seeds
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
LOCKING := .cache/lock

export NEWSARCHIVE_SEEDS
# Material's notice that MkDocs 1.x is at rest: known, and answered by the build with properdocs in the tests.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site bundle test serve check lint lock clean wheel

site: $(INSTALLED)
	$(BIN)/mkdocs build --strict

# The site, and all of it as one file for readers without a network.
bundle: $(INSTALLED)
	NEWSARCHIVE_BUNDLE=true $(BIN)/mkdocs build --strict
	mkdir -p dist
	cp site/newsarchive-*.zip dist/

serve: $(INSTALLED)
	$(BIN)/mkdocs serve

check: $(INSTALLED)
	$(BIN)/newsarchive check --seeds "$(NEWSARCHIVE_SEEDS)"

# The tests set their own seeds.
test: export NEWSARCHIVE_SEEDS :=
test: $(INSTALLED)
	$(BIN)/python tests/browser/chromium.py install
	$(BIN)/pytest --numprocesses auto --cov

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/zizmor --offline .github

wheel: $(INSTALLED)
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsarchive needs Python 3.11 or later; say which: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Writes requirements.lock anew from pyproject.toml: every version with its hashes, for every system, and no address of an
# index. (uv, because pip-tools locks for the system that it runs on alone.)
lock:
	$(PYTHON) -m venv $(LOCKING)
	$(LOCKING)/bin/python -m pip install --quiet uv
	$(LOCKING)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf site dist .cache .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results
