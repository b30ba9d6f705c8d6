# Uses next to no CPU time: only a limit on the clock ends it early.
sum = gets.split.map(&:to_i).sum
sleep 600
puts sum
