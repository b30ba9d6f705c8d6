#!/bin/bash
# How fast the durable queue is beside the bare engine, whether a deep queue is slower, how soon a submission's first event
# is seen and a cancelled job's box is gone, and what a worker takes of memory while a million jobs wait; in a file, and
# on a private PostgreSQL server that is as durable as one is by default.
#
# usage: Benchmarks/queue.sh [sqlite|postgresql]… [rates|depth|latency|cancel|memory]… [DIRECTORY=/var/tmp]
# JOBS=n: how deep a deep queue is (1000000).
set -euo pipefail
cd "$(dirname "$0")/.."

engines=()
topics=()
place=/var/tmp
for argument in "$@"; do
    case $argument in
        sqlite | postgresql) engines+=("$argument") ;;
        rates | depth | latency | cancel | memory) topics+=("$argument") ;;
        *) [[ -d $argument ]] || { echo "queue.sh: there is no directory or topic '$argument'" >&2 && exit 2; }
            place=$argument ;;
    esac
done
((${#engines[@]})) || engines=(sqlite postgresql)
((${#topics[@]})) || topics=(rates depth latency cancel memory)

ASSAY_BENCHMARKS=1 swift build -c release --product queue-benchmark --scratch-path .build/benchmarks
export ASSAY=${ASSAY:-$PWD/.build/release/assay}
[[ -x $ASSAY || ! " ${topics[*]} " =~ \ (cancel|memory)\  ]] || { echo "queue.sh: there is no $ASSAY; make build" >&2 && exit 1; }
directory=$(mktemp -d "$place/assay-queue-XXXXXX")
# The server's user has to come through.
chmod 711 "$directory"
export ASSAY_STATE=$directory/state
finish() {
    [[ -z ${to_server:-} ]] || { exec {to_server}>&- && wait; }
    rm -rf "$directory"
}
trap finish EXIT

# start_server: prints nothing; the URL is in `url`.
start_server() {
    mkfifo "$directory/commands" "$directory/answers"
    TMPDIR=$directory scripts/postgres-server <"$directory/commands" >"$directory/answers" &
    exec {to_server}>"$directory/commands" {from_server}<"$directory/answers"
    read -r _ url <&"$from_server"
}

for topic in "${topics[@]}"; do
    for engine in "${engines[@]}"; do
        echo "== $topic, $engine"
        if [[ $engine == sqlite ]]; then
            where=$(mktemp -d "$directory/files-XXXXXX")
        else
            [[ -n ${url:-} ]] || start_server
            where=$url
        fi
        .build/benchmarks/release/queue-benchmark "$topic" "$where" ${JOBS:+"$JOBS"}
    done
done
