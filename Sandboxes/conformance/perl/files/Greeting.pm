package Greeting;

use strict;
use warnings;
use Exporter 'import';

our @EXPORT_OK = 'greet';

sub greet {
    my $name = shift;
    print "Hello, $name!\n";
}

1;
