# Ruby wants a digit on both sides of the point.
numbers = $stdin.read.split.drop(1).map { |word| word.sub(/\.(?!\d)/, "").sub(/(?<!\d)\./, "0.").to_f }
puts format("%.10f", numbers.sum)
