# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: help run test check fix bench rules messages setup-run setup-dev lock

help: ## what you can do here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: setup-run ## start Plein with the demo, on port 8000 (PORT=… for another)
	@$(BIN)/python manage.py launch

test: setup-dev ## run all tests
	@$(BIN)/pytest $(ARGS)

check: setup-dev ## format, lint, types, imports, migrations, templates
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint plein --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run --skip-checks
	$(BIN)/python manage.py check

fix: setup-dev ## format, and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-dev ## the benchmarks, as ratios
	@$(BIN)/python -m bench

messages: setup-dev ## refresh and compile the words in other languages
	@$(BIN)/python tools/messages.py

rules: setup-run ## show a rule, its users and its article: make rules NAME=normpremie
	@$(BIN)/python manage.py rule $(NAME)

lock: ## resolve the requirement files anew (needs uv)
	@tools/lock.sh

setup-run:
	@$(PYTHON) tools/bootstrap.py run

setup-dev:
	@$(PYTHON) tools/bootstrap.py dev
