my @lines = lines;
say @lines.elems;
say @lines.tail;
