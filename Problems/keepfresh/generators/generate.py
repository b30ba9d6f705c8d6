#!/usr/bin/env python3
"""Writes the data of `keepfresh`; the same bytes at every run."""

import pathlib
import random
from collections import OrderedDict

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
source = random.Random("keepfresh 1")


def answers(capacity, commands):
    cache = OrderedDict()
    for command in commands:
        verb, key, *value = command.split()
        if verb == "put":
            cache[key] = value[0]
            cache.move_to_end(key)
            if len(cache) > capacity:
                cache.popitem(last=False)
        elif verb == "drop":
            cache.pop(key, None)
        elif key in cache:
            cache.move_to_end(key)
            yield cache[key]
        else:
            yield "none"


def mixed(count, keys, puts, drops):
    for _ in range(count):
        key, dice = source.choice(keys), source.random()
        if dice < puts:
            yield f"put {key} {source.randint(0, 10**9)}"
        elif dice < puts + drops:
            yield f"drop {key}"
        else:
            yield f"get {key}"


def words(count):
    return ["".join(source.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=source.randint(1, 8))) for _ in range(count)]


def secret_cases():
    yield "nothing", 1, []
    yield "get-from-empty", 5, ["get a", "drop a", "get a"]
    yield "room-for-one", 1, ["put a 1", "get a", "put b 2", "get a", "get b", "put b 3", "get b", "drop b", "get b"]
    yield "get-refreshes", 2, ["put a 1", "put b 2", "get a", "put c 3", "get a", "get b", "get c"]
    yield "put-refreshes", 2, ["put a 1", "put b 2", "put a 4", "put c 3", "get a", "get b", "get c"]
    yield "a-miss-refreshes-nothing", 2, ["put a 1", "put b 2", "get x", "put c 3", "get a", "get b", "get x", "get c"]
    yield "a-drop-makes-room", 2, ["put a 1", "put b 2", "drop b", "put c 3", "get a", "get b", "get c"]
    yield "zero-is-a-value", 2, ["put a 0", "get a", "put b 0", "put c 0", "get a", "get b", "get c"]
    yield "largest-values", 1, ["put zzzzzzzz 1000000000", "get zzzzzzzz", "put 0 999999999", "get 0"]
    yield "few-keys", 3, list(mixed(400, list("abcde"), 0.4, 0.1))
    yield "many-keys", 40, list(mixed(3000, words(80), 0.4, 0.05))
    keys = [f"{number:x}" for number in range(28_000)]
    yield "round-and-round-large", 20_000, [
        *(f"put {key} {source.randint(0, 9)}" for key in keys[:15_000]),
        *(f"get {key}" for key in keys[:9_999]),
    ]
    yield "always-full-large", 15_000, [
        *(f"put {key} 7" for key in keys[:15_000]),
        *(f"get {key}" for key in keys[:10_000]),
        *(f"put {key} 8" for key in keys[15_000:]),
        *(f"get {source.choice(keys)}" for _ in range(1_999)),
    ]


def write(group, name, capacity, commands):
    (DATA / group).mkdir(parents=True, exist_ok=True)
    lines = [str(capacity), *commands, "quit"]
    (DATA / group / f"{name}.in").write_text("".join(f"{line}\n" for line in lines))
    (DATA / group / f"{name}.ans").write_text("".join(f"{line}\n" for line in answers(capacity, commands)))


write("sample", "1", 2, ["put ann 3", "put bob 5", "get ann", "put cleo 8", "get bob", "get ann", "get cleo"])
write("sample", "2", 2, ["put x 1", "put y 2", "drop x", "drop x", "put z 3", "get x", "get y", "put y 4", "get y"])
for number, (name, capacity, commands) in enumerate(secret_cases(), start=1):
    write("secret", f"{number:02}-{name}", capacity, commands)
