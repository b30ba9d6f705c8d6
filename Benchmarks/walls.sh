#!/bin/bash
# walls.sh [ROUNDS]: what each wall of a box costs, wall by wall, against a bare spawn of the same static program.
#
# Needs root, cc, libseccomp-dev and what Assay is built with: the filter is what its compiler makes of the policy `native`.
# Makes cgroups and removes them; the program that is run prints a line.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rounds=${1:-1000}
cd "$here/.."
((EUID == 0)) || { echo "walls.sh: only root can make the cgroups; run it as root" >&2 && exit 3; }

scratch=$(mktemp -d)
cgroups=()
cleanup() {
    for cgroup in "${cgroups[@]}"; do rmdir "$cgroup" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT

# Where our cgroups can be: the unified hierarchy, and v1's for memory and processes where those are in use.
unified=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
[[ -n $unified ]] || { echo "walls.sh: no unified cgroup hierarchy is mounted" >&2 && exit 3; }
mounts=("$unified")
if ! grep -qw memory "$unified/cgroup.controllers"; then
    for controller in memory pids; do
        mounts+=("$(awk -v c="$controller" '$3 == "cgroup" && $4 ~ "(^|,)" c "(,|$)" { print $2; exit }' /proc/mounts)")
    done
fi
for mount in "${mounts[@]}"; do
    mkdir "$mount/assay-walls-$$"
    cgroups+=("$mount/assay-walls-$$")
done

printf '#include <stdio.h>\nint main(void) { puts("hello"); }\n' | cc -O2 -static -x c -o "$scratch/hello" -
# As an artifact lies in the store.
install -D -m 755 "$scratch/hello" "$scratch/store/artifact/hello"
chmod 755 "$scratch" "$scratch/store" "$scratch/store/artifact"
sources=$here/../Sources
# The toolchain's own compiler, as for the rest of the C here: the headers say which pointers may be null.
clang=$(dirname "$(readlink -f "$(command -v swift)")")/clang
"$clang" -O2 -Wall -D_GNU_SOURCE -I "$sources/CLinux/include" -o "$scratch/walls" \
    "$here/walls.c" "$sources/CLinux/clone3.c" "$sources/CLinux/calls.c" -lseccomp

ASSAY_BENCHMARKS=1 swift build -c release --product policy-filter --scratch-path .build/benchmarks
.build/benchmarks/release/policy-filter Sandboxes/policies native >"$scratch/filter"

policy=$here/../Sandboxes/policies/common.yaml
# For the list: what the policy allows; what it lets through by its arguments is let through without a look.
{
    sed -nE "s/^ +- call: ([a-z_0-9]+)$/\1/p" "$policy"
    sed -n '/^allow:/,/^refuse:/p' "$policy" |
        grep -v '#' | sed 's/^ *[a-z ,0-9]*:$//; s/^ *[^[]*: *\[//' |
        tr -c 'a-z0-9_' '\n'
} | sort -u | grep . | "$scratch/walls" "$rounds" "$scratch/store" "$scratch/filter" "${cgroups[@]}"
