#!/bin/bash
# How fast the durable queue is beside the bare engine, whether a deep queue is slower, and how soon a submission's first
# event is seen. Usage: Benchmarks/queue.sh [rates|depth|latency]… [DIRECTORY=/var/tmp]
set -euo pipefail
cd "$(dirname "$0")/.."

topics=()
place=/var/tmp
for argument in "$@"; do
    if [[ -d $argument ]]; then place=$argument; else topics+=("$argument"); fi
done
((${#topics[@]})) || topics=(rates depth latency)

ASSAY_BENCHMARKS=1 swift build -c release --product queue-benchmark --scratch-path .build/benchmarks
directory=$(mktemp -d "$place/assay-queue-XXXXXX")
trap 'rm -rf "$directory"' EXIT
for topic in "${topics[@]}"; do
    echo "== $topic"
    .build/benchmarks/release/queue-benchmark "$topic" "$directory"
done
