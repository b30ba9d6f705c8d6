my $line = "x" x 99;
print "$line\n" for 1 .. 100_000;
