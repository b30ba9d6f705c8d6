count, *values = $stdin.read.split.map(&:to_i)
puts values.first(count).sum
