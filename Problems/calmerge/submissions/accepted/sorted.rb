# slice_when cuts the meetings, in order, wherever nobody is busy any more.
_, *meetings = $stdin.readlines.map { |line| line.split.map(&:to_i) }
latest = 0
blocks = meetings.sort.slice_when { |(_, finish), (start, _)| start > (latest = [latest, finish].max) }
blocks = blocks.map { |block| [block.first.first, block.map(&:last).max] }
puts "#{blocks.size} #{blocks.sum { |start, finish| finish - start }}"
blocks.each { |block| puts block.join(" ") }
