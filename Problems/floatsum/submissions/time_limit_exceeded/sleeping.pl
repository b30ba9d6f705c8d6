# Waits on the clock and burns no CPU time.
use strict;
use warnings;

my $n = <STDIN>;
my $sum = 0;
$sum += <STDIN> for 1 .. $n;
sleep 600;
printf "%.12g\n", $sum;
