#!/usr/bin/env python3
"""Up to 20,000 different words with their popularity, and up to 20,000 beginnings of words."""

import re
import sys

MOST, LETTERS, PRINTED = 20_000, 200_000, 1_000_000
WORD = re.compile(rb"([a-z]+) ([1-9][0-9]{0,9})")


def refuse(why):
    print(why, file=sys.stderr)
    sys.exit(43)


def count(number):
    if number > len(lines) or not re.fullmatch(rb"[1-9][0-9]{0,4}", lines[number - 1]):
        refuse(f"line {number}: expected a count")
    if int(lines[number - 1]) > MOST:
        refuse(f"line {number}: too many")
    return int(lines[number - 1])


lines = sys.stdin.buffer.read(2_000_000).split(b"\n")
if lines.pop() != b"":
    refuse("the input is too long, or does not end with a line feed")
n = count(1)
q = count(n + 2)
if len(lines) != n + q + 2:
    refuse(f"{len(lines)} lines instead of {n + q + 2}")
words = {}
for number, line in enumerate(lines[1 : n + 1], start=2):
    match = WORD.fullmatch(line)
    if not match or int(match[2]) > 10**9:
        refuse(f"line {number}: not a word and its popularity")
    if match[1] in words:
        refuse(f"line {number}: the word has been there before")
    words[match[1]] = int(match[2])
if sum(map(len, words)) > LETTERS:
    refuse("the words are too long together")
for number, line in enumerate(lines[n + 2 :], start=n + 3):
    if not re.fullmatch(rb"[a-z]{1,20}", line):
        refuse(f"line {number}: not the beginning of a word")

proposed = {}
for word in sorted(words, key=lambda word: (-words[word], word)):
    for length in range(1, min(len(word), 20) + 1):
        proposed.setdefault(word[:length], len(word))
if sum(proposed.get(line, 1) for line in lines[n + 2 :]) > PRINTED:
    refuse("there is too much to print")
sys.exit(42)
