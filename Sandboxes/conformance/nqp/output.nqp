my $line := nqp::x('x', 99);
my int $i := 0;
while $i < 100000 {
    say($line);
    $i := $i + 1;
}
