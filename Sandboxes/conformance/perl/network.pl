use strict;
use warnings;
use IO::Socket::INET;

print "no network\n" unless IO::Socket::INET->new('192.0.2.1:80');
