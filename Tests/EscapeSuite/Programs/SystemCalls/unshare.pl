# Wants namespaces of its own by their number, from a language that has a word for any call.
$| = 1;
print "unsharing\n";
print syscall(272, 0x10000000), "\n";
