sum = 0
lock = Mutex.new
threads = 4.times.map do |number|
  Thread.new { 1000.times { lock.synchronize { sum += number } } }
end
threads.each(&:join)
puts sum
