my @blocks;
my $size = 1 << 20;
push @blocks, "x" x $size while 1;
