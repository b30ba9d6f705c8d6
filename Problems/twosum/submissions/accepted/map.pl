use strict;
use warnings;

my ($n, $sum, @numbers) = split ' ', do { local $/; <STDIN> };
my %positions;
my $answer = 'IMPOSSIBLE';
for my $position (1 .. $n) {
    my $number = $numbers[$position - 1];
    if (my $other = $positions{$sum - $number}) {
        $answer = "$other $position";
        last;
    }
    $positions{$number} = $position;
}
print "$answer\n";
