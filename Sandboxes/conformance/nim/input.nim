var
  count = 0
  last: string
for line in stdin.lines:
  inc count
  last = line
echo count
echo last
