#!/bin/bash
# sandbox.sh [ROUNDS]: a fresh, isolated run of a static hello by Assay and by other sandboxes, against a bare spawn.
#
# All in turn in one session, each from the call to its end with the output read: medians, and ratios to the bare spawn
# and to Assay. A table in front says what each of them protects; a comparison without it would compare nothing.
#
#   bubblewrap   taken from $BWRAP, or the PATH (Debian: bubblewrap)
#   nsjail       only when $NSJAIL names its binary
#   isolate      only when $ISOLATE names its binary, installed as its manual says; once in a box that is kept
#                (--run alone) and once from --init to --cleanup
#   go-judge     its core, only when $GO_SANDBOX names a checkout of github.com/criyle/go-sandbox: go-sandbox.go calls
#                it, built there by $GO or the PATH's go, which gets what the module requires; the container is kept
#
# $ASSAY is the program to measure (.build/release/assay, from `make build`).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
assay=${ASSAY:-$here/../.build/release/assay}
rounds=${1:-400}
[[ -x $assay ]] || { echo "sandbox.sh: $assay is not there; run make build, or set ASSAY" >&2 && exit 3; }

scratch=$(mktemp -d)
# The user that isolate becomes has to enter it.
chmod 755 "$scratch"
box=
cleanup() {
    [[ -z $box ]] || "$ISOLATE" --box-id=0 --cleanup >/dev/null 2>&1 || true
    rm -rf "$scratch"
}
trap cleanup EXIT
ways=$scratch/ways

# The absolute path of a command, or nothing.
found() { [[ -n ${1:-} ]] && command -v -- "$1" || true; }

bwrap=$(found "${BWRAP:-bwrap}")
nsjail=$(found "${NSJAIL:-}")
isolate=$(found "${ISOLATE:-}")
core=
if [[ -n ${GO_SANDBOX:-} ]]; then
    # As if it were a command of that module, to be built with what the module requires; nothing is written there.
    module=$(cd "$GO_SANDBOX" && pwd)
    printf '{"Replace": {"%s": "%s"}}\n' "$module/cmd/benchmark/main.go" "$here/go-sandbox.go" >"$scratch/overlay"
    if (cd "$module" && "${GO:-go}" build -overlay "$scratch/overlay" -o "$scratch/go-sandbox" ./cmd/benchmark); then
        core=$scratch/go-sandbox
    else
        echo "sandbox.sh: ${GO:-go} cannot build go-sandbox.go in $module; going on without go-judge" >&2
    fi
fi
if [[ -n $isolate ]] && ! said=$("$isolate" --box-id=0 --init 2>&1 >/dev/null); then
    echo "sandbox.sh: $isolate --init failed: ${said:-it does not say why}; going on without isolate" >&2
    isolate=
fi
[[ -z $isolate ]] || box=0

row() { printf '%-26s %-34s %-9s %-8s %-20s %-14s %s\n' "$@"; }
row "" "new namespaces for a run" seccomp cgroup "private, new files" network "what is kept"
row "bare spawn" "none" no no none "the host's" "all"
row "assay" "pid mount ipc uts cgroup" allow-list yes "/tmp /dev/shm" "none, its own" "user and net namespace, read-only root"

touch "$ways"
if [[ -n $bwrap ]]; then
    row "bubblewrap" "user pid mount ipc uts cgroup net" no no "/tmp /dev/shm" "none, its own" "nothing"
    echo "bubblewrap: $bwrap --unshare-all --die-with-parent --new-session --cap-drop ALL --clearenv" \
        "--ro-bind {} /box/hello --proc /proc --dev /dev --tmpfs /tmp --tmpfs /dev/shm --chdir /box /box/hello" >>"$ways"
fi
if [[ -n $nsjail ]]; then
    row "nsjail" "user pid mount ipc uts cgroup net" no no "/tmp /dev/shm" "none, its own" "nothing"
    echo "nsjail: $nsjail -Mo -Q -R {}:/box/hello -T /tmp -T /dev/shm --cwd /box -- /box/hello" >>"$ways"
fi
if [[ -n $isolate ]]; then
    # Since 2.4 it refuses a few calls.
    calls=no
    [[ $(ldd "$isolate") != *libseccomp* ]] || calls="few calls"
    row "isolate, kept box" "pid mount ipc net" "$calls" no "/tmp /dev/shm" "none, its own" "the box's directory"
    row "isolate, init to cleanup" "pid mount ipc net" "$calls" no "/tmp /dev/shm /box" "none, its own" "nothing"
    # The program has to be in the box; what is measured is a copy of the same file.
    cat >"$scratch/kept" <<END
#!/bin/sh
exec $isolate --box-id=0 --silent --dir=/measured=$scratch --run -- /measured/hello
END
    cat >"$scratch/cycle" <<END
#!/bin/sh
$isolate --box-id=1 --init >/dev/null && $isolate --box-id=1 --silent --dir=/measured=$scratch --run -- /measured/hello
$isolate --box-id=1 --cleanup
END
    chmod +x "$scratch/kept" "$scratch/cycle"
    printf '#include <stdio.h>\nint main(void) { puts("hello"); }\n' | cc -O2 -static -x c -o "$scratch/hello" -
    chmod 755 "$scratch/hello"
    echo "isolate, kept box: $scratch/kept {}" >>"$ways"
    echo "isolate, init to cleanup: $scratch/cycle {}" >>"$ways"
fi
if [[ -n $core ]]; then
    row "go-judge's core" "none: its container's" no no "none: emptied after" "none, its own" "the container"
    echo "go-judge's core: $core {} &" >>"$ways"
fi
for missing in bubblewrap:$bwrap nsjail:$nsjail isolate:$isolate go-judge:$core; do
    [[ -n ${missing#*:} ]] || echo "not measured: ${missing%%:*}"
done
echo
"$assay" bench hello --rounds "$rounds" --beside "$ways"
