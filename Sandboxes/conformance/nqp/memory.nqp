my @blocks;
while 1 { nqp::push(@blocks, nqp::x('x', 1048576) ~ nqp::elems(@blocks)) }
