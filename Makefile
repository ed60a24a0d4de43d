# `make install`, `make crawl` and `make test` need Python 3.11+ and make; everything else is installed into .venv.
PYTHON ?= python3
CORPORA ?= ../shared/corpora
BIN := .venv/bin

.PHONY: install crawl test lint evaluate compare bench torture clean

install: .venv/run.stamp

crawl: .venv/run.stamp
	$(BIN)/python -m crawler.demo

test: .venv/dev.stamp .venv/packages.stamp
	$(BIN)/python -m pytest -n auto --dist loadscope $(TESTS)

lint: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/scrapy-lint

evaluate: .venv/dev.stamp
	$(BIN)/python -m evaluation $(CORPORA)

compare: .venv/compare.stamp
	$(BIN)/python -m evaluation --compare $(CORPORA)

bench: .venv/compare.stamp
	$(BIN)/python -m evaluation.bench $(CORPORA)

torture: .venv/dev.stamp
	$(BIN)/python -m tests.torture $(KILLS)

clean:
	rm -rf .venv build *.egg-info  # never output: it is the corpus

.venv/pip.stamp:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'
	touch $@

.venv/run.stamp: .venv/pip.stamp pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

.venv/dev.stamp: .venv/run.stamp
	$(BIN)/pip install --quiet --group dev
	touch $@

.venv/packages.stamp: .venv/pip.stamp
	.ci/packages
	touch $@

.venv/compare.stamp: .venv/dev.stamp
	$(BIN)/pip install --quiet --group compare
	touch $@
