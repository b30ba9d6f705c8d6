#!/bin/bash
# How many times as fast `assay grade` is on more slots: the submissions that packages bring along, each compiled, on one
# slot and on SLOTS, in turns. Beside it, how busy the processors were, and how much longer the batch took on one slot than
# its boxes on the clock (validators' are not among these: what they take counts against us).
#
# usage: Benchmarks/batch.sh [SLOTS=2] [ROUNDS=1] [PACKAGE=Problems/twosum…]
set -euo pipefail
cd "$(dirname "$0")/.."
slots=${1:-2}
rounds=${2:-1}
shift $(($# < 2 ? $# : 2))
packages=("$@")
((${#packages[@]})) || packages=(Problems/{twosum,autofill,cardindex,hello,midstream,tagcheck,treemail,unfold})
assay=${ASSAY:-$PWD/.build/release/assay}
[[ -x $assay ]] || { echo "batch.sh: there is no $assay; make build" >&2 && exit 1; }
directory=$(mktemp -d)
trap 'chmod -R u+w "$directory" && rm -rf "$directory"' EXIT
export ASSAY_STATE=$directory/state

# Jiffies that the processors worked, and all of them.
jiffies() { awk '/^cpu / { print $2 + $3 + $4 + $7 + $8, $2 + $3 + $4 + $5 + $6 + $7 + $8 }' /proc/stat; }
grade() {
    rm -rf "$ASSAY_STATE/artifacts" "$directory/results.jsonl"
    local worked all worked_after all_after start end
    read -r worked all < <(jiffies)
    start=$(date +%s%N)
    "$assay" grade "${packages[@]}" --slots "$1" --report "jsonl=$directory/results.jsonl" >"$directory/summary" || true
    end=$(date +%s%N)
    read -r worked_after all_after < <(jiffies)
    boxes=$(python3 - "$directory/results.jsonl" <<'PYTHON'
import json, sys
total = 0
for line in open(sys.argv[1]):
    result = json.loads(line)
    if "compile" in result:
        total += 0 if result["compile"]["cached"] else result["compile"]["wallTime"]
        total += sum((test["wallTime"] or 0) * test.get("runs", 1) for test in result["tests"])
print(total)
PYTHON
)
    awk -v slots="$1" -v ns=$((end - start)) -v boxes="$boxes" -v work=$((worked_after - worked)) \
        -v all=$((all_after - all)) -v processors="$(nproc)" 'BEGIN {
            printf "%d slots  %7.2f s  boxes %7.2f s on the clock, ratio %.2f  %.2f of %d processors busy\n",
                slots, ns / 1e9, boxes, ns / 1e9 / boxes, work / all * processors, processors }'
    elapsed=$(((end - start) / 1000000))
}
# What is found out about toolchains once.
"$assay" grade "${packages[@]}" --slots "$slots" >"$directory/summary" || true
tail -n 1 "$directory/summary"
ratios=()
for ((round = 0; round < rounds; round++)); do
    grade 1 && one=$elapsed
    grade "$slots" && ratios+=("$(awk -v one="$one" -v more="$elapsed" 'BEGIN { printf "%.2f", one / more }')")
    echo "$slots slots are ${ratios[-1]} times as fast as one"
done
printf '%s\n' "${ratios[@]}" | sort -n | awk '{ all[NR] = $1 } END { print "median: " all[int((NR + 1) / 2)] }'
