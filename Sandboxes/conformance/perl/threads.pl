use strict;
use warnings;
use threads;
use threads::shared;

my $sum : shared = 0;

sub add {
    my $number = shift;
    for (1 .. 1000) {
        lock($sum);
        $sum += $number;
    }
}

$_->join for map { threads->create(\&add, $_) } 0 .. 3;
print "$sum\n";
