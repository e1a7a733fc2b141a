# Lintas. `make run` shows the line at work, `make test` proves it; both set up all they need in .venv.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: help run test check proto lock bench clean

help:  ## this text
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"Lintas needs Python 3.11 or newer, this is {sys.version.split()[0]}: make PYTHON=/path/to/python3.11 …")'
	"$(PYTHON)" -m venv $(VENV)

$(RUN_READY): $(BIN)/python requirements/run.txt pyproject.toml
	@echo "Setting up (once; a few minutes on a slow link) …"
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): $(RUN_READY) requirements/dev.txt
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

run: $(RUN_READY)  ## start the service on loopback, examine the bundled samples, stay up
	$(BIN)/lintas demo

test: $(DEV_READY)  ## the whole test suite
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(DEV_READY)  ## lint, types, import contracts, freshness of the generated code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python protos/generate.py --check

proto: $(DEV_READY)  ## generate the Python code beside the protos
	$(BIN)/python protos/generate.py

lock:  ## write requirements/*.txt anew (needs uv on the PATH)
	$(LOCK) --extra setup --extra dev --output-file requirements/dev.txt
	$(LOCK) --extra setup --constraint requirements/dev.txt --output-file requirements/run.txt

clean:  ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
