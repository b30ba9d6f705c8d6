# How many different characters the whole line has.
puts $stdin.read.force_encoding(Encoding::UTF_8).chomp("\n").chars.uniq.size
