my $greeting = 'Goodbye';
my $greeting = 'Hello, World!';
say $greeting;
