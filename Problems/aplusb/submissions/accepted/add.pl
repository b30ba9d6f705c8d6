use strict;
use warnings;
use integer;

my ($a_, $b_) = split ' ', <STDIN>;
print $a_ + $b_, "\n";
