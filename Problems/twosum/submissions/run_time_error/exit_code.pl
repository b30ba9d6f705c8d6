# Says by its exit code that there is no pair.
use strict;
use warnings;

my ($n, $sum, @numbers) = split ' ', do { local $/; <STDIN> };
my %positions;
for my $position (1 .. $n) {
    my $number = $numbers[$position - 1];
    if (my $other = $positions{$sum - $number}) {
        print "$other $position\n";
        exit 0;
    }
    $positions{$number} = $position;
}
print "IMPOSSIBLE\n";
exit 44;
