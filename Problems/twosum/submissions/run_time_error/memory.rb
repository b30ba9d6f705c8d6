# Remembers every list on the way: more than 1 GB for 20,000 numbers.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
_, sum, *numbers = $stdin.read.split.map(&:to_i)
lists = [[]]
answer = "IMPOSSIBLE"
numbers.each.with_index(1) do |number, position|
  other = lists.last.index(sum - number)
  answer = "#{other + 1} #{position}" if other
  lists << lists.last + [number]
end
puts answer
