SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build prepare test test-unit calls escape-suite test-languages test-vm test-roots test-data test-examples test-browser test-schema test-clients test-chaos test-resume test-crashes test-faults fuzz check format demo install clean

PREFIX ?= /usr/local
DESTDIR ?=
# All languages, several right answers, a dialogue, a custom validator, points by subtasks.
DEMO := hello twosum hiddenpeak mazeway shiftpay
# The Swift standard library goes into the binaries: they start a third faster, and run where no Swift is installed.
SWIFT_RELEASE := swift build -c release --static-swift-stdlib
SWIFT_SOURCES := Package.swift Sources Tests

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install the libraries and toolchains that are missing (needs root or sudo only then)
	@scripts/setup

build: setup ## release binaries: .build/release/assay with assay-jailer beside it
	@echo "build: release binaries into .build/release"
	@$(SWIFT_RELEASE) --product assay
	@$(SWIFT_RELEASE) --product assay-jailer

prepare: build ## have the installed toolchains make ready what every submission would wait for (minutes, once)
	@.build/release/assay languages --prepare

test: setup ## build for debugging and run every test, the hostile programs among them; FILTER=regex picks some
	@echo "test: building the tests and the jailer"
	@swift build --build-tests
	@echo "test: running $(or $(FILTER),every test)"
	@scripts/test '$(FILTER)'

escape-suite: setup ## hostile programs, two at a time in random order; TIMES=n rounds, SEED=n an order, ROWS=text some
	@echo "escape-suite: building the tests and the jailer"
	@swift build --build-tests
	@TIMES='$(TIMES)' SEED='$(SEED)' ROWS='$(ROWS)' scripts/escape-suite

calls: setup ## record which system calls the installed common languages make, into Sandboxes/policies/evidence/made.yaml
	@echo "calls: recording into Sandboxes/policies/evidence/made.yaml"
	@swift build --build-tests
	@ASSAY_RECORD_CALLS='$(CURDIR)/Sandboxes/policies/evidence/made.yaml' scripts/test MadeCallsTests

test-vm: setup ## check the sandbox in virtual machines with cgroup v2 only; KERNELS="…" names Debian packages
	@echo "test-vm: building the tests and the jailer"
	@swift build --build-tests
	@echo "test-vm: booting $(or $(KERNELS),Debian's kernels)"
	@scripts/test-vm $(KERNELS)

test-unit: setup ## start the worker's systemd unit under a real systemd, in a virtual machine; needs root
	@swift build
	@scripts/test-unit

test-crashes: setup ## kill workers and their helpers at random moments under load, 500 times; CRASHES=n SEED=n
	@echo "test-crashes: building the tests and the jailer"
	@swift build --build-tests
	@ASSAY_CRASHES=$(or $(CRASHES),500) ASSAY_SEED=$(SEED) scripts/test BrokenMachinery/CrashTests

test-faults: setup ## have every system call of jailers, inits and workers fail once; FAULTS="serve openat" picks some
	@echo "test-faults: building the tests and the jailer"
	@swift build --build-tests
	@ASSAY_FAULTS="$(or $(FAULTS),all)" scripts/test 'BrokenMachinery/(Worker)?FaultTests'

test-schema: build ## requests made up by schemathesis against a service that judges, held against /openapi.json; EXAMPLES=n
	@scripts/test-schema .build/release/assay $(EXAMPLES)

test-chaos: build ## kill workers of queues once a second until all jobs are judged; JOBS=n WORKERS=n SEED=n ENGINES="sqlite postgresql"
	@echo "test-chaos: killing workers, and PostgreSQL's server"
	@for engine in $(or $(ENGINES),sqlite postgresql); do \
		scripts/test-chaos .build/release/assay $(or $(JOBS),10000) $(or $(WORKERS),4) $$engine; done

test-resume: build ## kill batches at random moments and go on with --resume, 50 times; KILLS=n SEED=n
	@SEED=$(SEED) scripts/test-resume .build/release/assay $(or $(KILLS),50)

fuzz: setup ## 18 million inputs for the parsers of what boxes make, by libFuzzer; RUNS=n for each, PARSERS="…"
	@scripts/fuzz $(or $(RUNS),700000) $(PARSERS)

test-roots: build ## build a real root of Debian 13 and judge programs in it; needs root and a mirror of Debian
	@echo "test-roots: building a root, a few minutes"
	@scripts/test-roots .build/release/assay

test-data: ## the generators of the packages in Problems/ write what is committed, byte for byte
	@scripts/test-data

test-examples: build ## judge the examples and conformance cases of problemtools, DOMjudge, BAPCtools and DMOJ; DIRECTORY=d of clones
	@scripts/test-examples .build/release/assay $(DIRECTORY)

test-browser: build ## a browser goes through the page of a service that judges; pictures in .build/browser
	@scripts/test-browser .build/release/assay

test-clients: build ## published clients of Judge0 and Piston against a service that judges; needs a network, for PyPI
	@scripts/test-clients .build/release/assay

test-languages: build ## install every language that can be had and run the conformance suite; TIERS="common rest roots"
	@scripts/test-languages .build/release/assay $(TIERS)

check: setup ## format, module arrows, file lengths, the jailer's purity, C warnings, leftover notes
	@echo "check: format"
	@swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	@scripts/check-arrows
	@scripts/check-lengths
	@scripts/check-words
	@scripts/check-c
	@scripts/check-jailer-source
	@echo "check: building the jailer as it is released"
	@$(SWIFT_RELEASE) --product assay-jailer
	@scripts/check-jailer-binary .build/release/assay-jailer
	@echo "check: all good"

format: ## rewrite the Swift sources in the one format
	@echo "format: $(SWIFT_SOURCES)"
	@swift format format --in-place --parallel --recursive $(SWIFT_SOURCES)

demo: build ## judge solutions of some packages of Problems/: right, wrong, slow, crashing and greedy ones
	@echo "demo: a solution in Python, and one in JavaScript that is wrong"
	@.build/release/assay submit twosum Problems/twosum/submissions/accepted/dictionary.py
	@.build/release/assay submit twosum Problems/twosum/submissions/wrong_answer/neighbours.js || true
	@echo "demo: the submissions of $(DEMO), as \`assay grade Problems\` would judge them all"
	@.build/release/assay grade $(DEMO:%=Problems/%) --report html=.build/demo.html
	@echo "demo: every test of every submission is in .build/demo.html"

install: build ## copy everything below $(DESTDIR)$(PREFIX)
	@scripts/install "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built
	@echo "clean: .build"
	@rm -rf .build
