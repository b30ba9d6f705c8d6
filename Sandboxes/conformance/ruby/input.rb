lines = $stdin.readlines
puts lines.size
puts lines.last
