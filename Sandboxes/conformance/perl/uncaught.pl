die "nobody catches this\n";
