counts = $stdin.read.split.tally
puts counts.size
puts counts['judge']
