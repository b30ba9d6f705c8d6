# One line for each of the three questions.
_, *words = $stdin.read.split
groups = words.group_by { |word| word.chars.sort.join }
largest = groups.values.max_by(&:size)
# max_by may take any of several largest groups; the first one is wanted.
largest = groups.values.find { |group| group.size == largest.size }
puts "#{groups.size} #{largest.size} #{largest.first}"
