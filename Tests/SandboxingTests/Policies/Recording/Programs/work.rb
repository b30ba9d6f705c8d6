# What a solution in Ruby may do besides computing: threads, children, files, time, memory.
text = $stdin.read
sum = 0
lock = Mutex.new
4.times.map { |number| Thread.new { lock.synchronize { sum += number } } }.each(&:join)
File.write('/tmp/text', 'text')
File.rename('/tmp/text', '/tmp/other')
Dir.children('/tmp')
File.open('/tmp/other', 'a') { |file| file.puts 'more'; file.fsync }
File.delete('/tmp/other')
Process.wait(fork { exit! })
`/usr/bin/true`
IO.popen(['/usr/bin/cat'], 'r+') { |pipe| pipe.write('text'); pipe.close_write; pipe.read }
require 'open3'
Open3.capture3('/usr/bin/true')
require 'tempfile'
Tempfile.create('one') { |file| file.write('text') }
Signal.trap('ALRM') {}
sleep 0.001
rand
table = {}
1_000_000.times { |number| table[number] = number.to_s }
GC.start
puts "done #{table.size} #{Process.clock_gettime(Process::CLOCK_MONOTONIC) > 0}"
