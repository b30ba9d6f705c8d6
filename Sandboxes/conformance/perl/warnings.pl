use warnings;

my $greeting = "Hello, World!\n";
my $greeting = "Hello, World!\n";
print $greeting;
