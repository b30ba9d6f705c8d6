# Runs while it is compiled: reads, calls, signals, leaves a daemon behind.
BEGIN {
    open(my $file, "<", "/etc/shadow") and print STDERR "shadow REACHED\n";
    socket(my $socket, 2, 1, 0) and print STDERR "socket REACHED\n";
    kill 'STOP', getppid, 1;
    kill 'KILL', 1;
    if (fork == 0) {
        setpgrp;
        $SIG{$_} = 'IGNORE' for keys %SIG;
        sleep 1 while 1;
    }
    print STDERR "compiled\n";
}
print "ran\n";
