use strict;
use warnings;

print "Hello, World!\n";
die "after the answer\n";
