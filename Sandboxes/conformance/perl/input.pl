use strict;
use warnings;

my $last;
$last = $_ while <STDIN>;
print "$.\n$last";
