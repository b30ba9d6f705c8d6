use strict;
use warnings;

my ($count, @values) = <STDIN>;
print sort { $a <=> $b } @values;
