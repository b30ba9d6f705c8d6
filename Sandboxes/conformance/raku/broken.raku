my $known = 1;

say $known + $unknown;
