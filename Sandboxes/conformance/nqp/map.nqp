my $in := stdin();
my %counts;
my $word := $in.get;
until nqp::isnull_s($word) {
    %counts{$word} := (%counts{$word} // 0) + 1;
    $word := $in.get;
}
say(nqp::elems(%counts));
say(%counts<judge>);
