# Right but for the capitals, which a flag of the data asks for.
_, sum, *numbers = $stdin.read.split.map(&:to_i)
positions = {}
answer = "impossible"
numbers.each.with_index(1) do |number, position|
  if positions.key?(sum - number)
    answer = "#{positions[sum - number]} #{position}"
    break
  end
  positions[number] = position
end
puts answer
