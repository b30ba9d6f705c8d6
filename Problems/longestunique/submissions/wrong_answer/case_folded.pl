use strict;
use warnings;

# Takes upper and lower case for the same.
binmode STDIN, ':utf8';
my $line = lc <STDIN>;
chomp $line;
my %next;
my ($start, $best, $position) = (0, 0, 0);
for my $character (split //, $line) {
    my $behind = $next{$character} // 0;
    $start = $behind if $behind > $start;
    $next{$character} = ++$position;
    $best = $position - $start if $position - $start > $best;
}
print "$best\n";
