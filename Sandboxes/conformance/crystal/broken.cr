known = 1

puts known + unknown
