# Takes memory by one string that doubles.
my $text = "x" x 1024;
$text .= $text while 1;
