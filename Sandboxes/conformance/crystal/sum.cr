count = read_line.to_i
sum = 0_i64
count.times { sum += read_line.to_i64 }
puts sum
