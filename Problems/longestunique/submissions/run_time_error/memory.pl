# Takes memory without end.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
my @numbers;
push @numbers, [1 .. 1000] while 1;
