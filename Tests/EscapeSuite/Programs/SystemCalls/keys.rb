# Adds a key to the kernel's keyrings, which know no box.
$stdout.sync = true
puts "adding"
puts syscall(248, "user", "escape", "secret", 6, -3)
