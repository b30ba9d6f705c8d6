use strict;
use warnings;
use Greeting 'greet';

greet('World');
