my @sums := nqp::list(0, 0, 0, 0);
my @threads;
for 0, 1, 2, 3 -> $number {
    my $thread := nqp::newthread({
        my int $left := 1000;
        while $left > 0 {
            @sums[$number] := @sums[$number] + $number;
            $left := $left - 1;
        }
    }, 0);
    nqp::push(@threads, $thread);
    nqp::threadrun($thread);
}
my $sum := 0;
for 0, 1, 2, 3 -> $number {
    nqp::threadjoin(@threads[$number]);
    $sum := $sum + @sums[$number];
}
say($sum);
