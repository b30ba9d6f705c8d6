my $in := stdin();
my int $count := 0;
my $line := $in.get;
my $last := $line;
until nqp::isnull_s($line) {
    $count := $count + 1;
    $last := $line;
    $line := $in.get;
}
say($count);
say($last);
