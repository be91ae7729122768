# Assent: `make demo` shows the whole network, `make test` runs every test. Nothing else is needed to start.

GO      := go
GOFLAGS := -trimpath
BIN     := bin
PACKAGES := libseccomp-dev pkg-config gcc libc6-dev
TEST_PACKAGES := bubblewrap qemu-system-x86 chromium
IMAGE_INPUTS := build/image-inputs

export GOTOOLCHAIN := local
export ASSENT_BIN := $(abspath $(BIN))
export ASSENT_SHARED ?= $(abspath ../shared)

.PHONY: help demo test build hospital guest image-inputs check generate contracts bench fuzz mutations neighbours clean setup setup-test

help:  ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: build  ## Run the main job on a local network (DATA=file.csv for real data).
	@$(BIN)/assent demo $(if $(DATA),--data "$(DATA)") $(DEMO_FLAGS)

test: setup-test node-packages build guest image-inputs  ## Run every test: Go, Solidity, and the scripts of stock web3 libraries.
	@echo "test: Solidity"
	@$(MAKE) --no-print-directory -C contracts test
	@echo "test: Go"
	@$(GO) vet ./...
	@set -o pipefail; $(GO) test $(GOFLAGS) -timeout 30m -json ./... | $(BIN)/testsummary

hospital: build  ## Play a hospital's day on the local network that is up: PEOPLE=71518 for a real size.
	PATH=$(abspath $(BIN)):$$PATH scripts/hospital.sh $(or $(PEOPLE),200) $$(mktemp -d)/hospital

build: setup  ## Build the binaries into bin/.
	@[ -d "$$($(GO) env GOMODCACHE)/github.com/oasisprotocol" ] || echo "build: the first build downloads about 750 MB of Go modules and takes about five minutes on two cores"
	@for command in assent-runtime assent-node assent; do \
		printf 'build: %s\n' $$command; \
		$(GO) build $(GOFLAGS) -o $(BIN)/ ./cmd/$$command || exit 1; \
	done
	@$(GO) build $(GOFLAGS) -o $(BIN)/ ./scripts/testsummary

guest: setup  ## Build process 1 of confidential VMs into bin/, the same bytes on every machine.
	@printf 'build: assent-guest\n'
	@CGO_ENABLED=0 GOOS=linux GOARCH=amd64 GOAMD64=v1 GOFLAGS= GOEXPERIMENT= GOWORK=off \
		$(GO) build -trimpath -buildvcs=false -ldflags='-s -w -buildid=' -o $(BIN)/assent-guest ./cmd/assent-guest

image-inputs:  ## Get what images of confidential VMs are built from: Debian's cloud kernel and OVMF.
	@[ -d $(IMAGE_INPUTS)/boot ] || scripts/image-inputs $(IMAGE_INPUTS) >/dev/null || echo "image-inputs: stories of confidential VMs will be skipped" >&2

check: setup-test node-packages  ## Format, vet, regenerate, and show any difference.
	@test -z "$$(gofmt -l $$(git ls-files '*.go' | grep -v /bindings/))" || { gofmt -l $$(git ls-files '*.go' | grep -v /bindings/); exit 1; }
	@$(GO) vet ./...
	@$(MAKE) --no-print-directory generate
	@git diff --exit-code --stat

generate: node-packages  ## Regenerate contract bindings, layouts and gas snapshots.
	@$(MAKE) --no-print-directory -C contracts generate snapshots

bench: build  ## Measure the network on this machine, beside a plain Ethereum chain (BENCH_FLAGS=--quick to try it).
	@scripts/npm-install localnet/bench/anvil
	@$(BIN)/assent bench $(BENCH_FLAGS)

fuzz:  ## Fuzz every parser of outside bytes for FUZZTIME (default 20s) each.
	@scripts/fuzz $(or $(FUZZTIME),20s)

mutations:  ## Change 150,000 quotes, and 100,000 blocks, proofs and bundles at random: none is accepted (25 minutes).
	@$(GO) test ./tee/dcap -run 'TestMutations|TestEveryByte' -mutations=150000 -every -timeout 1h -v | grep -E '^ *(---|ok|FAIL|panic|[a-z_]+.go)'
	@$(GO) test ./protocol/proof ./audit -run TestMutations -mutations=100000 -timeout 1h -v | grep -E '^ *(---|ok|FAIL|panic|[a-z_]+.go)'

neighbours: build  ## Run 200 jobs on pairs of datasets that differ in one person, and compare what they show (15 minutes).
	@ASSENT_NEIGHBOUR_PAIRS=$(or $(PAIRS),100) $(GO) test $(GOFLAGS) ./localnet/scenario/jobs -timeout 1h -count 1 \
		-run TestStory_neighboursLookAlike -v | grep -E '^ *(neighbours_test|---|ok|FAIL|panic)'

clean:  ## Remove what was built.
	@rm -rf $(BIN) build contracts/out contracts/cache

setup:
	@scripts/setup $(PACKAGES)

setup-test:
	@scripts/setup $(PACKAGES) $(TEST_PACKAGES)

.PHONY: node-packages
node-packages: setup
	@scripts/npm-install contracts gateway/testdata/stock gateway/testdata/extension

SHELL := /bin/bash
