# make demo: the example of the README.  make test: every check and every test.  Both need Python 3.11 or newer.

VENV := .venv
RUN := $(VENV)/bin/python
STAMP := $(VENV)/installed

.PHONY: demo test check venv clean

demo: $(STAMP)
	$(RUN) examples/demo.py

# pytest comes last: its summary line is what CI reads.
test: check
	$(RUN) -m pytest -n 2

check: $(STAMP)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m pyright

venv: $(STAMP)

$(STAMP): pyproject.toml
	@python=$$(command -v python3.11 || command -v python3) && \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "llmsys-ir needs Python 3.11 or newer; put it on PATH as python3.11 or python3" >&2; exit 1; } && \
	{ test -x $(RUN) || "$$python" -m venv $(VENV); }
	$(RUN) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
