my $in := stdin();
my int $count := nqp::coerce_si($in.get);
my int $sum := 0;
while $count > 0 {
    $sum := $sum + nqp::coerce_si($in.get);
    $count := $count - 1;
}
say($sum);
