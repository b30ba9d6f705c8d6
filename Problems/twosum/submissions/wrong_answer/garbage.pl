# Bytes of every kind, and a position of ten thousand digits.
binmode STDOUT;
print map { chr } 0 .. 255;
print "1" x 10_000, "\n-1 +2 1e3 \xd9\xa1\n";
