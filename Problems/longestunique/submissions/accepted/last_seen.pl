use strict;
use warnings;

binmode STDIN, ':utf8';
my $line = <STDIN>;
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
