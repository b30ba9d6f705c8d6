import std/[algorithm, strutils]

var values: seq[int]
for _ in 1 .. stdin.readLine.parseInt:
  values.add stdin.readLine.parseInt
for value in values.sorted:
  echo value
