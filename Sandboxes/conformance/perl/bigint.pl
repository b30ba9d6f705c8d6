use strict;
use warnings;
use Math::BigInt;

print Math::BigInt->new(50)->bfac, "\n";
