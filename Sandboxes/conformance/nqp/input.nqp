my $in := stdin();
my int $count := 0;
my $last := '';
until $in.eof {
    $last := $in.get;
    $count := $count + 1;
}
say($count);
say($last);
