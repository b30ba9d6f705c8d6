my $counter = 0;
$counter++ while 1;
