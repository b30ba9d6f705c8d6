# No query is longer than 20 letters: a dictionary of beginnings does as well as a trie.
import sys


def main():
    lines = sys.stdin.read().splitlines()
    n = int(lines[0])
    words = [line.split() for line in lines[1 : n + 1]]
    words.sort(key=lambda word: (-int(word[1]), word[0]))
    best = {}
    for word, _ in words:
        for length in range(1, min(len(word), 20) + 1):
            best.setdefault(word[:length], word)
    print("\n".join(best.get(query, "-") for query in lines[n + 2 :]))


main()
