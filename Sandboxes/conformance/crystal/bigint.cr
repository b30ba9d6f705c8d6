require "big"

puts (1..50).product(1.to_big_i)
