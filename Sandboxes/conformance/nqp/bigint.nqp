my class Big is repr('P6bigint') {}

my $product := nqp::box_i(1, Big);
my int $n := 2;
while $n <= 50 {
    $product := nqp::mul_I($product, nqp::box_i($n, Big), Big);
    $n := $n + 1;
}
say(nqp::tostr_I($product));
