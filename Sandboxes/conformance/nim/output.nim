import std/strutils

for _ in 1 .. 100_000:
  stdout.writeLine repeat('x', 99)
