count = 0
last = ""
STDIN.each_line do |line|
  count += 1
  last = line
end
puts count
puts last
