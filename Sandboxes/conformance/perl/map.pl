use strict;
use warnings;

my %counts;
while (my $word = <STDIN>) {
    chomp $word;
    $counts{$word}++;
}
print scalar(keys %counts), "\n$counts{judge}\n";
