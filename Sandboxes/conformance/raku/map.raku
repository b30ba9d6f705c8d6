my $counts = lines.Bag;
say $counts.elems;
say $counts<judge>;
