# make run: the app. make test: everything that must hold. See README.

# What is imported is kept compiled, also where the environment says otherwise: else every server and every child of the
# tests compiles its libraries anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
BIOME := $(BIN)/node node_modules/@biomejs/biome/bin/biome

.PHONY: run check test lint units journeys bench load prove format words lock boundaries shapes datasets

# Who sits at this machine may publish without a login; whoever comes over the network may look.
run: .venv/app
	CAKUPAN_LOCAL=1 $(BIN)/streamlit run app.py --server.port $(PORT) --server.address $(HOST)

check: lint units

test: units journeys

lint: .venv/dev node_modules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIOME) check --error-on-warnings

# Once, however many of `make check test` ask for it.
units: .venv/dev
	$(BIN)/node --test "tests/js/*.test.js"
	$(PYTEST) tests/unit tests/app -n auto --dist loadfile

# Two at a time: with more of them on two cores each waits for the others, and nothing is won.
journeys: .venv/dev
	$(PYTEST) tests/e2e -n 2 --dist loadfile

# BEFORE=../earlier measures the clicks of an earlier checkout beside.
bench: .venv/dev
	$(BIN)/python -m tests.bench.run $(BEFORE)

# A click on each page, and rooms of people who click, over real websockets.
load: .venv/dev
	$(BIN)/python -m tests.bench.load

# Long proofs as one table: kill -9, rival publishers, many versions, torn logs, hostile files, 83,000 villages, exports.
prove: .venv/dev
	$(BIN)/python -m tests.prove.run

format: .venv/dev node_modules
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIOME) check --write

# New sentences in the code get a line in both catalogues; the translation is written by hand.
words: .venv/dev
	$(BIN)/pybabel extract -F babel.cfg -k _ -k N_ -k ngettext:1,2 --no-location --sort-output -o .venv/cakupan.pot .
	for language in id en; do $(BIN)/pybabel update -i .venv/cakupan.pot -D cakupan -d locales -l $$language --no-fuzzy-matching --omit-header --width 110; done

lock: .venv/dev
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev --group build -c requirements.txt -o requirements-dev.txt
	$(BIN)/npm install --package-lock-only --omit-lockfile-registry-resolved

# The bundled files, built again from what lies beside the project.
boundaries: .venv/dev
	$(BIN)/python -m tools.build_boundaries ../shared/geo/idn_adm2.gpkg
	$(BIN)/python -m tools.measure_boundaries ../shared/geo/idn_adm2.gpkg

shapes: .venv/dev
	$(BIN)/python -m tools.build_shapes

datasets: .venv/app
	$(BIN)/python -m tools.build_datasets ../shared/facts

.venv/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Cakupan needs Python 3.11 or newer; set PYTHON=python3.12 or the like.')"
	$(PYTHON) -m venv .venv
	touch $@

.venv/app: requirements.txt .venv/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.txt
	$(BIN)/python -m tools.build_bundles
	touch $@

.venv/dev: requirements-dev.txt .venv/app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-dev.txt
	touch $@

node_modules: package-lock.json | .venv/dev
	$(BIN)/npm ci --no-audit --no-fund --loglevel=error
	touch $@
