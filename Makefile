# `make` sets everything up and does the main job; `make test` runs the tests.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
BIN := .venv/bin
NOTE ?= seeds/000_6d5ad8971962cae4.txt

.PHONY: all build verify test slow lint check fit pictures bench fuzz clean
.DELETE_ON_ERROR:

all: build verify

build: outline.yaml
	@$(BIN)/briefdeck build

verify: build
	@echo
	@$(BIN)/briefdeck verify

# No prerequisites but the tool: an outline that exists is the author's and is never made again.
outline.yaml: | .venv/ready
	@$(BIN)/briefdeck outline "$(NOTE)"

.venv/ready: pyproject.toml
	@sh .ci/venv "$(PYTHON)" .
	@touch $@

.venv/dev: .venv/ready
	@sh .ci/venv "$(PYTHON)" '.[dev]'
	@touch $@

build verify: | .venv/ready

# A process for each core, but no more than four: some tests start LibreOffice, a few hundred megabytes each time.
PYTEST = $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

test: .venv/dev
	$(PYTEST) -m "not slow"

slow: .venv/dev
	$(PYTEST) -m slow

lint: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

check: lint test slow

# Outlines made by chance, a thousand each: briefs, each of which must be one good page (some minutes), and decks, painted
# by LibreOffice, of which no text may leave its box (an hour or two). A fault is made again by its number:
# make fit OUTLINES=1 FIRST=43.
OUTLINES ?= 1000
FIRST ?= 0
fit: .venv/dev
	$(BIN)/python tests/fit/many.py $(OUTLINES) --first $(FIRST)
	$(BIN)/python tests/fit/many_decks.py $(OUTLINES) $(FIRST)

# The pictures of the README, made from dist/; needs LibreOffice and poppler.
pictures: build .venv/dev
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_layouts.py

# Chance for as long as you like: hypothesis, then atheris (pip install atheris) over each target in turn.
MINUTES ?= 5
fuzz: .venv/dev
	FUZZ_EXAMPLES=2000 $(BIN)/pytest tests/fuzz
	$(BIN)/python -m pip install -q atheris
	for target in note yaml docx odt rtf html build; do PYTHONPATH=src $(BIN)/python tests/fuzz/coverage_guided.py $$target \
		build/fuzz/$$target -max_total_time=$$(($(MINUTES) * 60)) -max_len=20000 -timeout=60 || exit 1; done

bench: .venv/dev
	$(BIN)/python -m bench.run

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis
