# Exit code 255: nobody catches what is thrown.
die "nothing to look at\n";
