# Compiles the file that it gets and runs nothing of it. NQP's own words end with a list of its own files; and some
# versions count lines from two, which a mistake on a first line shows.
sub mistake($source) {
    my $message := '';
    try {
        nqp::getcomp('nqp').compile($source, :compunit_ok(1));
        CATCH { $message := ~$_ }
    }
    $message
}

my $before := ' at line ';

sub line-at($message) {
    my int $place := nqp::index($message, $before);
    $place < 0 ?? -1 !! $place + nqp::chars($before)
}

sub MAIN(*@arguments) {
    my $name := @arguments[1];
    my $message := mistake(slurp($name));
    if $message ne '' {
        my int $at := line-at($message);
        if $at >= 0 {
            my $first := mistake('$unknown');
            my int $offset := nqp::coerce_si(nqp::substr($first, line-at($first))) - 1;
            my int $end := $at;
            $end := $end + 1 while nqp::iscclass(nqp::const::CCLASS_NUMERIC, $message, $end);
            my int $line := nqp::coerce_si(nqp::substr($message, $at, $end - $at)) - $offset;
            $message := $name ~ ':' ~ $line ~ ': ' ~ nqp::substr($message, 0, $at - nqp::chars($before))
                ~ nqp::substr($message, $end);
        } else {
            $message := $name ~ ': ' ~ $message;
        }
        note($message);
        nqp::exit(1);
    }
}
