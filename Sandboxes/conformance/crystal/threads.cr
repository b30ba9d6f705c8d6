totals = Channel(Int32).new
4.times do |number|
  spawn do
    sum = 0
    1000.times { sum += number }
    totals.send sum
  end
end
puts Array.new(4) { totals.receive }.sum
