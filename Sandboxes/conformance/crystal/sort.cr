values = Array.new(read_line.to_i) { read_line.to_i }
values.sort.each { |value| puts value }
