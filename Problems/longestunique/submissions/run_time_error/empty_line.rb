# Raises on the empty line.
line = $stdin.read.force_encoding(Encoding::UTF_8).chomp("\n")
raise ArgumentError, "nothing to look at" if line.empty?

following = Hash.new(0)
start = best = position = 0
line.each_char do |character|
  start = [start, following[character]].max
  position += 1
  following[character] = position
  best = [best, position - start].max
end
puts best
