# Reads, and says nothing.
my $line = <STDIN>;
