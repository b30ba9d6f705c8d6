my $count = get.Int;
my $sum = 0;
$sum += .Int for lines.head($count);
say $sum;
