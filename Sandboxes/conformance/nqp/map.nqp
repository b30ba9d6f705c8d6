my $in := stdin();
my %counts;
until $in.eof {
    my $word := $in.get;
    %counts{$word} := (%counts{$word} // 0) + 1;
}
say(nqp::elems(%counts));
say(%counts<judge>);
