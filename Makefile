# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMP := .build/installed

.PHONY: help setup demo test check fix stories bench chaos lock docs clean

help:           ## what each command does
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## ?/\t/' | expand -t 12

setup: $(STAMP) ## everything but running: packages, assets
	@$(BIN)/python assets/build.py

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Kith needs Python 3.11 or newer.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what Kith stands on (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@mkdir -p .build && touch $(STAMP)

demo: setup     ## serve the demo family and a synthetic partnership (PORT=8000)
	@KITH_HOME=$${KITH_HOME:-.kith} $(BIN)/kith demo --port $(PORT)

test: setup     ## every check and every test, in a real database and a real browser
	@$(BIN)/python -m tests

check: setup    ## lint, types, layers, migrations, docs in step
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy
	@$(BIN)/python -m tests.migrations

fix: setup      ## format, and mend what can be mended
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

stories: setup  ## the journeys in a real browser; writes docs/screenshots
	@KITH_SCREENSHOTS=1 $(BIN)/python -m pytest -q tests/stories

bench: setup    ## measured side by side, as ratios (WHAT="access board", SIZE=people, WRITE=1 keeps docs/bench.md)
	@$(BIN)/python -m bench $(WHAT) $(if $(SIZE),--size $(SIZE)) $(if $(WRITE),--write)

chaos: setup    ## kill -9 of every part while people write, and count what was lost (KILLS=500, SEED=)
	@$(BIN)/python -m tests.chaos --kills $(or $(KILLS),500) $(if $(SEED),--seed $(SEED))

docs: setup     ## regenerate the documents made from code
	@$(BIN)/python -m kith.standards.document
	@$(BIN)/python -m kith.standards.clocks.document

lock:           ## write requirements/*.txt from pyproject.toml (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements/run.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --extra dev pyproject.toml -o requirements/dev.txt

clean:          ## forget the embedded data and everything built
	@rm -rf .venv .build .kith kith/web/static/kith assets/node_modules
