puts "Hello, World!"
raise "after the answer"
