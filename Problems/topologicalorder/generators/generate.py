#!/usr/bin/env python3
"""Writes the data of `topologicalorder`; the same bytes at every run."""

import heapq
import pathlib
import random

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"
MOST_TASKS, MOST_RULES = 20_000, 30_000


def order(tasks, rules):
    """The first of all orders, or None."""
    after, waiting = [[] for _ in range(tasks + 1)], [0] * (tasks + 1)
    for a, b in rules:
        after[a].append(b)
        waiting[b] += 1
    ready = [task for task in range(1, tasks + 1) if waiting[task] == 0]
    result = []
    while ready:
        task = heapq.heappop(ready)
        result.append(task)
        for other in after[task]:
            waiting[other] -= 1
            if waiting[other] == 0:
                heapq.heappush(ready, other)
    return result if len(result) == tasks else None


def random_rules(source, tasks, count):
    """Rules that follow a hidden order."""
    hidden = list(range(1, tasks + 1))
    source.shuffle(hidden)
    rules = []
    for _ in range(count):
        a, b = sorted(source.sample(range(tasks), 2))
        rules.append((hidden[a], hidden[b]))
    return rules


def ladder(rungs):
    """Rungs of two tasks, each before both tasks of the next: 2 to the power of `rungs` ways through."""
    return [(2 * k + i, 2 * k + 2 + j) for k in range(rungs - 1) for i in (1, 2) for j in (1, 2)]


def write(name, tasks, rules):
    assert 1 <= tasks <= MOST_TASKS and len(rules) <= MOST_RULES
    path = DATA / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".in").write_text("".join(f"{a} {b}\n" for a, b in [(tasks, len(rules)), *rules]))
    found = order(tasks, rules)
    path.with_suffix(".ans").write_text("\n".join(map(str, found)) + "\n" if found else "IMPOSSIBLE\n")


def chain(tasks):
    return [(k, k + 1) for k in range(1, tasks)]


source = random.Random("topologicalorder 1")

write("sample/1", 4, [(1, 2), (3, 2), (2, 4)])
write("sample/2", 3, [(1, 2), (2, 3), (3, 1)])

write("secret/1-small/01-one-task", 1, [])
write("secret/1-small/02-itself", 1, [(1, 1)])
write("secret/1-small/03-no-rules", 8, [])
write("secret/1-small/04-two-tasks-reversed", 2, [(2, 1)])
write("secret/1-small/05-two-tasks-cycle", 2, [(1, 2), (2, 1)])
write("secret/1-small/06-repeated-rules", 3, [(3, 1), (3, 1), (1, 2), (3, 1), (1, 2)])
write("secret/1-small/07-cycle-in-a-corner", 7, [(1, 2), (2, 3), (5, 6), (6, 7), (7, 5)])
write("secret/1-small/08-diamond", 4, [(4, 2), (4, 3), (2, 1), (3, 1)])
write("secret/1-small/09-separate-parts", 9, [(9, 8), (8, 7), (3, 2), (2, 1), (5, 4)])
write("secret/1-small/10-itself-among-many", 20, [*chain(20), (13, 13)])
write("secret/1-small/11-random", 50, random_rules(source, 50, 100))

turned = [(b, a) for a, b in chain(MOST_TASKS)]
source.shuffle(turned)
write("secret/2-large/12-no-rules", MOST_TASKS, [])
write("secret/2-large/13-chain-turned", MOST_TASKS, turned)
write("secret/2-large/14-ladder", 400, ladder(200))
write("secret/2-large/15-star", 8_000, [(8_000, k) for k in range(1, 8_000)])
write("secret/2-large/16-random", 10_000, random_rules(source, 10_000, MOST_RULES))
write("secret/2-large/17-one-long-cycle", 10_000, [*chain(10_000), (10_000, 1)])
