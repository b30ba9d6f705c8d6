#!/bin/bash
# How many submissions an hour a worker of one slot judges, by language: right solutions of a problem, each new to it (so
# that each is compiled), from a queue in a file. docs/scaling.md reckons with the figures.
#
# usage: Benchmarks/judging.sh [PROBLEM=twosum] [COUNT=12]
set -euo pipefail
cd "$(dirname "$0")/.."
problem=${1:-twosum}
count=${2:-12}
assay=${ASSAY:-$PWD/.build/release/assay}
[[ -x $assay ]] || { echo "judging.sh: there is no $assay; make build" >&2 && exit 1; }
directory=$(mktemp -d)
worker=
finish() {
    [[ -z $worker ]] || { kill "$worker" 2>/dev/null; wait "$worker" 2>/dev/null; } || true
    chmod -R u+w "$directory" && rm -rf "$directory"
}
trap finish EXIT
export ASSAY_DATABASE=sqlite:$directory/queue.db
export ASSAY_STATE=${ASSAY_STATE:-$directory/state}
"$assay" queue push "Problems/$problem" >/dev/null
tests=$(find "Problems/$problem/data" -name '*.in' | wc -l)
echo "$problem, $tests tests, $count submissions each, a worker of one slot"

now() { date +%s%N; }
done_jobs() { "$assay" queue stats --json | sed -E 's/.*"done":([0-9]+).*/\1/'; }
for source in "Problems/$problem"/submissions/accepted/*.*; do
    name=${source##*/}
    language=
    for ((i = 0; i < count; i++)); do
        # Blank lines make it another file, and the same program.
        { cat "$source" && printf '\n%.0s' $(seq 0 $i); } >"$directory/$name"
        "$assay" queue enqueue "$problem" "$directory/$name" >/dev/null 2>"$directory/refused" || break 1
    done
    ((i == count)) || { echo "$name: not enqueued: $(cat "$directory/refused")" && continue; }
    language=$("$assay" queue list --limit 1 --json | sed -E 's/.*"language":"([^"]+)".*/\1/')
    before=$(done_jobs)
    : >"$directory/ready"
    "$assay" worker --slots 1 --languages "$language" >"$directory/ready" 2>"$directory/log" &
    worker=$!
    until grep -q ready "$directory/ready"; do
        kill -0 "$worker" 2>/dev/null || { echo "$name: $(tail -n 1 "$directory/log")" && continue 2; }
        sleep 0.02
    done
    start=$(now)
    while (($(done_jobs) - before < count)); do sleep 0.1; done
    end=$(now)
    kill "$worker" && wait "$worker" || true
    worker=
    # What the boxes of the last one used: its compilation, and each of its tests.
    id=$("$assay" queue list --limit 1 --json | sed -E 's/.*"id":"([0-9a-f]+)".*/\1/')
    used=$("$assay" queue show "$id" --json | scripts/json-fields |
        awk -F '\t' '$1 ~ /^report\.(compile|tests\.[0-9]+)\.cpuTime$/ && $2 != "null" { sum += $2 } END { print sum }')
    awk -v language="$language" -v n="$count" -v ns=$((end - start)) -v used="$used" 'BEGIN {
        printf "%-12s %6.0f ms a submission  %6.0f an hour  %6.0f ms of CPU in boxes: %6.0f an hour of a core\n",
            language, ns / n / 1e6, n * 3600e9 / ns, used * 1000, 3600 / used }'
    verdicts=$("$assay" queue list --state done --limit "$count" --json | grep -o '"verdict":"[A-Z]*"' | sort | uniq -c)
    [[ $verdicts == *AC* && $(wc -l <<<"$verdicts") == 1 ]] || echo "  not all were accepted: $verdicts"
done
