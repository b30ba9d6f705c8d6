use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

print scalar <STDIN> for 1 .. 2;
print "žluťoučký kůň, καλημέρα, 日本語, 🙂\n";
