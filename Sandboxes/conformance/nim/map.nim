import std/tables

var counts: CountTable[string]
for word in stdin.lines:
  counts.inc word
echo counts.len
echo counts["judge"]
