# `make help` lists the targets. Everything runs in .venv, which the targets make themselves.

PYTHON  ?= python3
HOST    ?= 127.0.0.1
PORT    ?= 8501
VENV    := .venv
DATABASE := data/build/guarantees.duckdb

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

RUNTIME := $(VENV)/.runtime
DEV     := $(VENV)/.dev
TABLES  := $(shell find data -path data/build -prune -o -type f \( -name '*.csv' -o -name '*.yaml' \) -print 2>/dev/null)
RULES   := $(shell find etl -type f \( -name '*.py' -o -name '*.sql' \) 2>/dev/null)
LOCK    := --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-options --quiet

.PHONY: help run test setup check build format codebook lint types unit faults hostile e2e browser bench growth load balance fix lock clean
.DEFAULT_GOAL := help

help:  ## list these targets
	@grep -E '^[a-z0-9]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

run: $(DATABASE)  ## set up, build the database if the data changed, serve the app and open it
	@nice $(BIN)/python -m dashboard.packing &
	@echo "Guarantees is served at http://$(HOST):$(PORT) (Ctrl+C ends it)."
	$(BIN)/python -m streamlit run dashboard/app.py --server.address $(HOST) --server.port $(PORT)

test: $(DEV) browser format-check lint types  ## everything that has to pass: format, lint, types, tests, in two processes
	$(BIN)/python -m pytest -n 2 --dist loadfile

setup: $(RUNTIME)  ## make .venv and install the pins

check: $(RUNTIME)  ## read and validate data/, build nothing
	$(BIN)/python -m etl check

build: $(RUNTIME)  ## check data/ and build the database
	$(BIN)/python -m etl build

format: $(RUNTIME)  ## write the tables in their canonical form
	$(BIN)/python -m etl format

codebook: $(RUNTIME)  ## write data/README.md from the schemas and vocabularies
	$(BIN)/python -m etl codebook

lint: $(DEV)  ## ruff's rules
	$(BIN)/ruff check .

types: $(DEV)  ## mypy
	$(BIN)/mypy

unit: $(DEV)  ## the tests that need no browser
	$(BIN)/python -m pytest --ignore tests/e2e

faults: $(DEV) browser  ## kills, swaps and harms, 100 rounds of each: a long test
	GUARANTEES_FAULT_ROUNDS=$(or $(ROUNDS),100) $(BIN)/python -m pytest tests/faults tests/e2e/test_database.py

hostile: $(DEV) browser  ## any text in any cell, any address, any upload: forty times as many tries; a long test
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest tests/hostile tests/e2e/test_pictures_random.py

e2e: $(DEV) browser  ## the tests in a real browser
	$(BIN)/python -m pytest tests/e2e

browser: $(DEV)  ## find a Chromium or Chrome for the tests, or install one
	@$(BIN)/python -m tests.e2e.browser

bench: $(DEV) browser $(DATABASE)  ## how fast each view repaints and opens, beside bare Plotly, in a browser
	$(BIN)/python -m tests.bench

growth: $(DEV) browser  ## how the app bears ten and a hundred times the rows: build, pages, search, memory
	$(BIN)/python -m tests.growth

load: $(DEV) browser $(DATABASE)  ## fifty readers for two minutes: waiting times, memory per reader, faults
	$(BIN)/python -m tests.load

balance: $(DEV) browser  ## two processes behind nginx, one killed: its readers come back
	$(BIN)/python -m tests.balance.nginx
	$(BIN)/python -m pytest tests/balance/balance.py

fix: $(DEV)  ## let ruff format the code and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(DEV)  ## renew requirements.txt and requirements-dev.txt from their .in lists
	$(BIN)/pip-compile $(LOCK) --upgrade -o requirements.txt requirements.in
	$(BIN)/pip-compile $(LOCK) --upgrade -o requirements-dev.txt requirements-dev.in

clean:  ## remove .venv and what was built
	rm -rf $(VENV) data/build .mypy_cache .ruff_cache .pytest_cache

.PHONY: format-check
format-check: $(DEV)
	$(BIN)/ruff format --check .

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUNTIME): requirements.txt | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(DEV): requirements-dev.txt | $(RUNTIME)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# What the database was built from is told by content: times of files can be set back.
SEEN  := data/build/.inputs
STATE := $(shell cat $(TABLES) $(RULES) 2>/dev/null | cksum)
ifneq ($(STATE),$(shell cat $(SEEN) 2>/dev/null))
.PHONY: $(DATABASE)
endif

$(DATABASE): | $(RUNTIME)
	$(BIN)/python -m etl build
	@echo "$(STATE)" > $(SEEN)
	@echo "Warnings above, if any, keep nothing from working: the database is built."
