# Aliases for dev.py, which does the work.
.PHONY: demo test serve lint
demo test serve lint:
	python3 dev.py $@
