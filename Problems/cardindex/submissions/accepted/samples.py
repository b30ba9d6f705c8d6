# The note has the numbers of cards at even distances; by night they tell between which of them to search.
from bisect import bisect_left


def look(card):
    print("?", card, flush=True)
    return int(input())


def sampled(n, m):
    """The cards on the note: at most n / (m + 1) cards, rounded up, are between them."""
    step = -(-n // (m + 1))
    return list(range(step, n + 1, step))[:m]


def day(n, m):
    note = [look(card) for card in sampled(n, m)]
    print("note", len(note), *note, flush=True)


def find(wanted, low, high):
    while low <= high:
        middle = (low + high) // 2
        number = look(middle)
        if number == wanted:
            return middle
        if number < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return 0


def night(n, m, questions, _):
    _, *note = map(int, input().split())
    cards = [0, *sampled(n, m), n + 1]
    for _ in range(questions):
        wanted = int(input())
        k = bisect_left(note, wanted)
        if k < len(note) and note[k] == wanted:
            card = cards[k + 1]
        else:
            card = find(wanted, cards[k] + 1, cards[k + 1] - 1)
        print("!", card, flush=True)


task, *numbers = input().split()
{"day": day, "night": night}[task](*map(int, numbers))
