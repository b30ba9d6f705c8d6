import std/atomics

var
  total: Atomic[int]
  threads: array[4, Thread[int]]

proc add(number: int) {.thread.} =
  for _ in 1 .. 1000:
    total += number

for i, thread in threads.mpairs:
  createThread thread, add, i
joinThreads threads
echo total.load
