counts = Hash.new(0)
$stdin.each_line { |word| counts[word.chomp] += 1 }
puts counts.size
puts counts['judge']
