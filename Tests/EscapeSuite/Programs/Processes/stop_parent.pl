# Stops its parent and everybody else, and goes on.
kill 'STOP', getppid;
kill 'STOP', 1;
my @stopped = grep { kill 'STOP', $_ } 3 .. 200;
select undef, undef, undef, 0.05;
print "stopped ", scalar(@stopped), "\n";
