use strict;
my $known = 1;
my $half = $known + $unknown;
print $half;
