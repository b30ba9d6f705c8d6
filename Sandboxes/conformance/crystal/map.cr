counts = Hash(String, Int32).new(0)
STDIN.each_line { |word| counts[word] += 1 }
puts counts.size
puts counts["judge"]
