# Thinks that by night it still knows what it has seen by day.
note = {}


def look(card):
    print("?", card, flush=True)
    return int(input())


task, *numbers = input().split()
n, m, *rest = map(int, numbers)
if task == "day":
    for card in range(-(-n // (m + 1)), n + 1, -(-n // (m + 1))):
        if len(note) < m:
            note[look(card)] = card
    print("note", len(note), *note, flush=True)
else:
    input()
    for _ in range(rest[0]):
        print("!", note[int(input())], flush=True)
