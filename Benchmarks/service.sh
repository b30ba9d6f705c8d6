#!/bin/bash
# How live the HTTP service is and how much it bears: from a POST to the first event and to the verdict, status reads,
# a thousand streams, two hundred submissions a second for a minute while its worker judges. On loopback, by clients that
# share the machine with it, with a queue in a file; a key's rate limit is on, and out of the way.
#
# usage: Benchmarks/service.sh [live|reads|streams|load]… [DIRECTORY=/var/tmp]
set -euo pipefail
cd "$(dirname "$0")/.."

topics=()
place=/var/tmp
for argument in "$@"; do
    case $argument in
        live | reads | streams | load) topics+=("$argument") ;;
        *) [[ -d $argument ]] || { echo "service.sh: there is no directory or topic '$argument'" >&2 && exit 2; }
            place=$argument ;;
    esac
done
((${#topics[@]})) || topics=(live reads streams load)

program=.build/benchmarks/service-benchmark
mkdir -p .build/benchmarks
swiftc -O -swift-version 6 -warnings-as-errors -parse-as-library Benchmarks/service/*.swift -o $program
assay=${ASSAY:-$PWD/.build/release/assay}
[[ -x $assay ]] || { echo "service.sh: there is no $assay; make build" >&2 && exit 1; }
directory=$(mktemp -d "$place/assay-service-XXXXXX")
export ASSAY_STATE=$directory/state ASSAY_DATABASE=sqlite:$directory/queue.db
server=
finish() {
    if [[ -n $server ]]; then
        # The second one: what is still queued is of no use to anybody.
        kill -TERM "$server" 2>/dev/null && kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$directory"
}
trap finish EXIT

"$assay" languages --self-test python3 >/dev/null
"$assay" queue push Problems/hello >/dev/null
key=$("$assay" keys create --scope admin 2>/dev/null)
"$assay" serve --worker 2 --languages python3 --listen 127.0.0.1:0 --rate 100000000/60 --drain 0.1 \
    >"$directory/out" 2>"$directory/log" &
server=$!
port=
while [[ -z $port ]]; do
    kill -0 $server 2>/dev/null || { echo "service.sh: it has not started:" >&2 && tail -n 3 "$directory/log" >&2 && exit 1; }
    port=$(sed -nE 's|.*ready: http://127\.0\.0\.1:([0-9]+).*|\1|p' "$directory/out")
    read -rt 0.05 <> <(:) || true
done
for topic in "${topics[@]}"; do $program "$topic" "$port" "$key" $server; done
