# Assent: `make demo` shows the whole network, `make test` runs every test. Nothing else is needed to start.

GO      := go
GOFLAGS := -trimpath
BIN     := bin
PACKAGES := libseccomp-dev pkg-config gcc libc6-dev
TEST_PACKAGES := bubblewrap qemu-system-x86 chromium
IMAGE_INPUTS := build/image-inputs
OUTCOMES := grep -E '^ *(---|ok|FAIL|panic|[a-z_]+.go)'
CONCURRENT := ./chain/... ./node/broker/... ./node/worker/... ./node/fetch/... ./gateway/... ./client/... \
	./runtime/rhp/... ./runtime/state/... ./runtime/evm/... ./localnet/fault/... ./internal/...

export GOTOOLCHAIN := local
export ASSENT_BIN := $(abspath $(BIN))
export ASSENT_SHARED ?= $(abspath ../shared)

.PHONY: help demo test build hospital guest wasm image-inputs check lint generate contracts bench fuzz
.PHONY: mutations neighbours race deep release clean setup setup-test node-packages

help:  ## Show this list.
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

demo: build  ## Run the main job on a local network (DATA=file.csv for real data).
	@$(BIN)/assent demo $(if $(DATA),--data "$(DATA)") $(DEMO_FLAGS)

test: setup-test node-packages build guest image-inputs  ## Run every test: Go, Solidity, stock web3 libraries.
	@echo "test: Solidity"
	@$(MAKE) --no-print-directory -C contracts test
	@echo "test: Go"
	@$(GO) vet ./...
	@set -o pipefail; $(GO) test $(GOFLAGS) -timeout 30m -json ./... | $(BIN)/testsummary

hospital: build  ## Play a hospital's day on the local network that is up: PEOPLE=71518 for a real size.
	PATH=$(abspath $(BIN)):$$PATH scripts/hospital.sh $(or $(PEOPLE),200) $$(mktemp -d)/hospital

build: setup  ## Build the binaries into bin/.
	@[ -d "$$($(GO) env GOMODCACHE)/github.com/oasisprotocol" ] || \
		echo "build: the first build downloads about 750 MB of Go modules and takes about five minutes on two cores"
	@for command in assent-runtime assent-node assent; do \
		printf 'build: %s\n' $$command; \
		$(GO) build $(GOFLAGS) -o $(BIN)/ ./cmd/$$command || exit 1; \
	done
	@$(GO) build $(GOFLAGS) -o $(BIN)/ ./scripts/testsummary

guest: setup  ## Build process 1 of confidential VMs into bin/, the same bytes on every machine.
	@printf 'build: assent-guest\n'
	@CGO_ENABLED=0 GOOS=linux GOARCH=amd64 GOAMD64=v1 GOFLAGS= GOEXPERIMENT= GOWORK=off \
		$(GO) build -trimpath -buildvcs=false -ldflags='-s -w -buildid=' -o $(BIN)/assent-guest ./cmd/assent-guest

wasm: setup  ## Build the offline verifier for browsers into bin/, beside the loader of this Go, and say its size.
	@printf 'build: assent-verify-wasm\n'
	@CGO_ENABLED=0 GOOS=js GOARCH=wasm $(GO) build $(GOFLAGS) -ldflags='-s -w' -o $(BIN)/assent-verify.wasm \
		./cmd/assent-verify-wasm
	@cp "$$($(GO) env GOROOT)/lib/wasm/wasm_exec.js" $(BIN)/
	@scripts/compressed-size.mjs $(BIN)/assent-verify.wasm

image-inputs:  ## Get what images of confidential VMs are built from: Debian's cloud kernel and OVMF.
	@[ -d $(IMAGE_INPUTS)/boot ] || scripts/image-inputs $(IMAGE_INPUTS) >/dev/null || \
		echo "image-inputs: stories of confidential VMs will be skipped" >&2

check: setup-test node-packages lint  ## Format, lint, licences, links; regenerate, and show any difference.
	@$(MAKE) --no-print-directory generate
	@git diff --exit-code --stat

lint: setup node-packages  ## Format, vet, staticcheck, spelling, line width, links, licences, Solidity.
	@scripts/lint

generate: node-packages  ## Regenerate contract bindings, layouts and gas snapshots.
	@$(MAKE) --no-print-directory -C contracts generate snapshots

bench: build  ## Measure the network on this machine, beside a plain Ethereum chain (BENCH_FLAGS=--quick to try it).
	@scripts/npm-install localnet/bench/anvil
	@$(BIN)/assent bench $(BENCH_FLAGS)

fuzz:  ## Fuzz every parser of outside bytes for FUZZTIME (default 20s) each.
	@scripts/fuzz $(or $(FUZZTIME),20s)

mutations:  ## Change 150,000 quotes, and 100,000 blocks, proofs and bundles at random: none is accepted (25 minutes).
	@set -o pipefail; $(GO) test ./tee/dcap -run 'TestMutations|TestEveryByte' -mutations=150000 -every \
		-timeout 1h -v | $(OUTCOMES)
	@set -o pipefail; $(GO) test ./protocol/proof ./audit -run TestMutations -mutations=100000 \
		-timeout 1h -v | $(OUTCOMES)

neighbours: build  ## Run 200 jobs on pairs of datasets that differ in one person, and compare what they show.
	@set -o pipefail; ASSENT_NEIGHBOUR_PAIRS=$(or $(PAIRS),100) $(GO) test $(GOFLAGS) ./localnet/scenario/jobs \
		-timeout 1h -count 1 -run TestStory_neighboursLookAlike -v | $(OUTCOMES)

race: setup  ## Run the tests of what runs concurrently under Go's race detector (RACE=./package/... for others).
	@$(GO) test -race -short -timeout 1h $(or $(RACE),$(CONCURRENT))

deep: race  ## Run for hours: contracts 100,000 times, long fuzzing, mutations, pairs of releases, two builds.
	@$(MAKE) --no-print-directory -C contracts deep
	@$(MAKE) --no-print-directory fuzz FUZZTIME=$(or $(FUZZTIME),10m)
	@$(MAKE) --no-print-directory mutations neighbours
	@$(GO) test ./node/compute/query -run AgainstPairs -pairs 2000 -timeout 2h
	@scripts/release --twice

release: build guest  ## Write archives, checksums and bills of materials into build/release (VERSION=v1.2.3).
	@scripts/release $(VERSION)

clean:  ## Remove what was built.
	@rm -rf $(BIN) build contracts/out contracts/cache

setup:
	@scripts/setup $(PACKAGES)

setup-test:
	@scripts/setup $(PACKAGES) $(TEST_PACKAGES)

node-packages: setup
	@scripts/npm-install contracts gateway/testdata/stock gateway/testdata/extension

SHELL := /bin/bash
