# Fills the directory that it is compiled in with files.
BEGIN {
    for my $number (1 .. 1_000_000) {
        open(my $file, ">", "/box/$number") or last;
    }
}
print "ran\n";
