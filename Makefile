# Everything here needs Python 3.11 and make, and sets up the rest itself. The tests of the Neo4j room also want Java 17
# and Maven, and those of the Browser links a Chromium; where they are missing those tests say so (and fail under CI=true).

PYTHON ?= python3.11
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint bench clean

# The environment is made anew whenever the locked versions change.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

# scispacy's nmslib is built against NumPy 1, which the newest pyarrow does not take: an environment of its own.
$(VENV)-scispacy/ready: requirements-scispacy.lock
	$(PYTHON) -m venv $(VENV)-scispacy
	$(VENV)-scispacy/bin/pip install --quiet --disable-pip-version-check --requirement requirements-scispacy.lock
	touch $@

demo: $(VENV)/ready
	$(BIN)/kgqa load
	$(BIN)/kgqa generate --hops 3
	$(BIN)/kgqa audit
	$(BIN)/kgqa audit questions
	$(BIN)/kgqa load data/synthetic --notes --graph graph-synthetic
	$(BIN)/kgqa generate --theme discrepancy --per-pattern 3 --graph graph-synthetic --out questions-synthetic

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint $(VENV)-scispacy/ready
	$(BIN)/pytest -n 2 --dist loadgroup
	$(VENV)-scispacy/bin/python -m pytest --noconftest tests/test_notes_linker.py

bench: $(VENV)/ready
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) $(VENV)-scispacy graph questions graph-synthetic questions-synthetic build dist
