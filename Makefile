# Every task of the project. People and CI run the same ones.
PYTHON ?= python3
BIN := .venv/bin
TESTS ?= test
# A file is one worker's: what it builds is built once.
WORKERS := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
STAMP := .venv/.installed

.PHONY: setup repl test test-all bench chaos check format lock locale clean help

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP)  ## the virtual environment, with the pinned dependencies

# pip refuses hashes together with -e, so the project itself comes after, without dependencies.
$(STAMP): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Il faut Python 3.11 ou plus récent : make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Il manque venv à ce Python. Sous Debian ou Ubuntu : sudo apt install python3-venv" >&2; exit 1; }
	@echo "Installation dans .venv (une à deux minutes la première fois)…" >&2
	@$(PYTHON) -m venv .venv >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e . >&2
	@touch $@

repl: setup  ## ask questions in the terminal
	@$(BIN)/jumelage-bot repl

test: setup  ## the tests, without those that take minutes
	@$(BIN)/pytest $(WORKERS)

test-all: setup  ## every test, one after the other: times count
	@$(BIN)/pytest -m ""

bench: setup  ## what an answer costs, beside the bare model (a quarter of an hour or more)
	@PYTHONPATH=tests $(BIN)/python -m benchmarks

chaos: setup  ## the Slack bot killed and cut off, against a fake Slack (a quarter of an hour)
	@PYTHONPATH=tests $(BIN)/python -m slack_runs

check: setup  ## before a push: format, lint, types, import contracts, content, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/jumelage-bot check
	@$(MAKE) --no-print-directory $(TESTS)

format: setup  ## put the code in the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: setup  ## pin the dependencies anew, with their hashes
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --all-extras --strip-extras --upgrade \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	  --output-file=requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --extra=slack --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	  --constraint=requirements.txt --output-file=deploy/requirements.txt pyproject.toml

locale: setup  ## compile the French of the command line's own words
	$(BIN)/pybabel --quiet compile --directory src/jumelage_bot/locale --locale fr

clean:  ## remove what the tasks made
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
