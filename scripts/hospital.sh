#!/bin/sh
# A hospital's day on a local network, as docs/operations/hospital.md has it: so many people enrolled, packed, one
# audit. It prints what each command took. The subjects' side is played by "assent localnet people", and not counted.
#
#   scripts/hospital.sh [PEOPLE] [FOLDER]
#
# ASSENT_NETWORK names a local network that is up; the program assent is in the PATH.
set -eu
people=${1:-200}
folder=${2:-hospital}
export ASSENT_BROKER_PASSPHRASE="${ASSENT_BROKER_PASSPHRASE:-a passphrase for a trial}"
name="hospital-$$-$(date +%s)"
mkdir "$folder"
cd "$folder"

total=0
step() { # step COMMAND...: run one of the ten commands, and say what it took
	from=$(date +%s%N)
	"$@"
	took=$((($(date +%s%N) - from) / 1000000))
	total=$((total + took))
	printf '%7d ms  %.100s\n' "$took" "$*" >&2
}

services=
stop() { for pid in $services; do kill "$pid" 2>/dev/null || true; done; }
trap stop EXIT INT TERM

assent localnet people table --count "$people" --output data
assent dataset policy-template --this-worker --exact >policy.json
broker=$(assent key show --key dev:2)
operator=$(assent key show --key dev:3)

step assent dataset register "$name" --policy policy.json --schema data/schema.json --broker "$broker" --open \
	--key dev:1
step assent broker add "$name" --dir broker --key dev:2 >recipient
assent broker run --dir broker --key dev:2 --listen 127.0.0.1:0 --worker "$operator" >broker.log 2>&1 &
services="$services $!"

assent localnet people wallets "$name" data/visits.csv --subject patient --output people
step assent dataset enrol "$name" --batch people/pseudonyms.csv --roster roster.csv --output tickets.jsonl --key dev:1
assent localnet people consent "$name" people --tickets tickets.jsonl --exact --output grants.jsonl
step assent consent submit grants.jsonl --key dev:1
step assent dataset pack data/visits.csv --schema data/schema.json --roster roster.csv --to "$(cat recipient)" \
	--out published
step assent dataset add-version "$name" published --roster roster.csv --key dev:1

url=
while [ -z "$url" ]; do url=$(sed -n 's/.*ready at \(http[^ ]*\).*/\1/p' broker.log | head -1); done
assent worker run --dir worker --key dev:3 --broker "$url" >worker.log 2>&1 &
services="$services $!"

assent key new --result result.key
step assent job post "$name" --kind fairness --params data/audit.json --purpose FAIR --recipient hospital --exact \
	--schema data/schema.json --result-key result.key --key dev:4 >job
job=$(grep -o '0x[0-9a-f]*' job | head -1)
step assent job approve "$job" --yes --schema data/schema.json --key dev:1
step assent job watch "$job"
step assent job result "$job" --result-key result.key
printf '%7d ms  in all, %s people\n' "$total" "$people" >&2
