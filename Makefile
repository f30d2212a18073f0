# `make help` lists the targets. Every step is a script of its own in scripts/; this file only says
# what needs what, so that a second run does nothing.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

ts := node --import tsx
bin := node_modules/.bin
opa := .cache/bin/opa

# Folders count as inputs too: their time changes when a file in them comes or goes.
policies := $(shell find policies -not -name '*_test.rego' -not -name '.*.sw?')
schemas := $(shell find schemas 2>/dev/null)
sources := $(shell find src -not -path 'src/generated*' 2>/dev/null)

# Every check is run, whatever the others find. Make 4 keeps their outputs apart; older ones mix it.
together := -k -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# Which language the demo speaks: Chinese in a Chinese locale, otherwise English.
locale := $(firstword $(LC_ALL) $(LC_MESSAGES) $(LANG))
demo_lang := $(if $(filter zh%,$(locale)),zh,en)
demo_incident := examples/coupang-2025-supplement.json

##@ To look at

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: demo
demo: build ## Install, build and judge a real incident
	@node dist/cli.js evaluate $(demo_incident) --lang $(demo_lang)

##@ To work

.PHONY: build
build: dist/.stamp ## Build dist/: library, command line, bundle

.PHONY: test
test: check test-rego test-ts fuzz-minute ## Check and test everything

.PHONY: check
check: npm opa src/generated/.stamp build/bundle.tar.gz ## Lint, format, types, house rules
	@$(MAKE) $(together) lint types format house rego regal rules-check calendar-check

.PHONY: fmt
fmt: npm opa ## Format everything
	@$(bin)/prettier --write --log-level warn --cache --cache-location .cache/prettier .
	@$(opa) fmt --write policies

.PHONY: rules
rules: npm build/bundle.tar.gz ## Write the rule book, docs/rules.zh.md and .en.md
	@$(ts) scripts/rules.ts

.PHONY: bench
bench: build ## Measure, and write docs/benchmarks.md
	@$(ts) scripts/bench.ts

.PHONY: bench-http
bench-http: build opa ## The service beside a real OPA server: requests per second, latency
	@$(ts) scripts/bench-http.ts

.PHONY: proof
proof: npm opa src/generated/.stamp build/bundle.tar.gz ## A million requests through host, oracle and native OPA
	@$(ts) scripts/proof.ts

.PHONY: fuzz
fuzz: npm src/generated/.stamp build/bundle.tar.gz ## An hour of coverage-guided fuzzing at every door
	@$(ts) scripts/fuzz.ts

.PHONY: runtimes
runtimes: build .cache/runtimes/.stamp ## The same suite in Node 20, the newest Node, Deno, Bun, workerd, Chromium
	@node test/runtimes/run.mjs
# No package's script is run: all that a runtime consists of stands in the lock file, which
# `npm install --package-lock-only` in test/runtimes renews.
.cache/runtimes/.stamp: test/runtimes/package.json test/runtimes/package-lock.json | node
	@echo "runtimes: installing (once, about a minute)" >&2
	@mkdir -p $(@D) && cp $^ $(@D)/
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error >&2
	@touch $@

.PHONY: gateways
gateways: build ## Caddy and nginx before the service, as examples/gateways has them
	@sh scripts/gateways.sh
	@$(bin)/vitest run test/http/gateways.test.ts

.PHONY: soak
soak: build ## Half an hour of mixed requests: memory, handles and times stay flat
	@$(ts) scripts/soak.ts

.PHONY: soak-bundles
soak-bundles: build ## Requests flow while 1,000 good and bad bundles are published, ten minutes
	@$(ts) scripts/soak-bundles.ts

.PHONY: soak-serve
soak-serve: build ## Half an hour of `amrnci serve`: reloads, records, good and hostile clients
	@$(ts) scripts/soak-serve.ts

.PHONY: kill
kill: build ## kill -9 while bundles are written, 200 times: a host always starts
	@KILL_ROUNDS=200 $(bin)/vitest run test/bundle/kill --reporter=default

.PHONY: audit
audit: build ## Packages with licence, age and publishers; known faults, where the registry tells
	@$(ts) scripts/audit.ts

.PHONY: reproducible
reproducible: npm ## Two clean builds give the same policy.wasm, bundle and tarball
	@$(ts) scripts/reproducible.ts

.PHONY: newcomer
newcomer: build ## A clean clone on machines that lack something: it works, or one line says why not
	@$(ts) scripts/newcomer.ts

.PHONY: mutate mutate-quick
mutate: npm opa src/generated/.stamp build/bundle.tar.gz ## Break data and rules one place at a time
	@$(ts) scripts/mutate.ts
mutate-quick: npm opa src/generated/.stamp build/bundle.tar.gz ## The same, a sample in a minute
	@$(ts) scripts/mutate.ts --quick

.PHONY: report-pages
report-pages: build ## Drafts of real incidents as PDF pages to look at (needs LibreOffice)
	@sh scripts/report-pages.sh

.PHONY: clean
clean: ## Remove what was built (the tools in .cache stay)
	@rm -rf build dist coverage src/generated .cache/prettier .cache/eslint .cache/*.tsbuildinfo

# --- what check and test consist of; each may be run alone ---

.PHONY: lint types format house rego regal rules-check calendar-check test-rego test-ts fuzz-minute
lint: npm src/generated/.stamp
	@$(bin)/eslint --cache --cache-location .cache/eslint --max-warnings 0 .
types: npm src/generated/.stamp
	@$(bin)/tsc --project tsconfig.json
format: npm
	@$(bin)/prettier --check --log-level warn --cache --cache-location .cache/prettier .
house: npm src/generated/.stamp
	@$(bin)/depcruise --config .dependency-cruiser.cjs --output-type err src test/oracle
rego: opa build/bundle.tar.gz
	@sh scripts/check-rego.sh
regal:
	@sh scripts/regal.sh
rules-check: npm build/bundle.tar.gz
	@$(ts) scripts/rules.ts --check
calendar-check: npm
	@$(ts) scripts/generate-calendar.ts --check
test-rego: npm opa
	@$(ts) scripts/test-rego.ts
test-ts: build
	@$(bin)/vitest run
fuzz-minute: npm src/generated/.stamp build/bundle.tar.gz
	@FUZZ_SECONDS=60 FUZZ_SEED=1 $(ts) scripts/fuzz.ts

# --- what is made from what ---

.PHONY: node opa npm
node:
	@sh scripts/node.sh
opa:
	@sh scripts/tools.sh opa
npm: node_modules/.stamp

# What can't be had is said before anything is downloaded.
node_modules/.stamp: package-lock.json | node opa
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

src/generated/.stamp: $(schemas) scripts/generate.ts $(wildcard scripts/generate/*.ts) \
    $(filter src/evaluator/validate%,$(sources)) node_modules/.stamp
	@mkdir -p src/generated
	@$(ts) scripts/generate.ts
	@touch $@

build/bundle.tar.gz: $(policies) $(filter src/bundle% src/law%,$(sources)) scripts/build-bundle.ts \
    scripts/native-builtins.json scripts/tools/opa/go.mod package.json src/generated/.stamp | opa
	@$(ts) scripts/build-bundle.ts

dist/.stamp: $(sources) $(schemas) build/bundle.tar.gz src/generated/.stamp tsconfig.json \
    tsconfig.build.json scripts/build-dist.ts package.json
	@$(ts) scripts/build-dist.ts
	@touch $@
