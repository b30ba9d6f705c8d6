# Puts a link to the host's file in its own place while it is compiled: what is kept of it, and what is run?
BEGIN {
    unlink $0;
    symlink "/etc/passwd", $0;
    symlink "/etc/shadow", "/box/shadow";
    mkdir "/box/deep";
    symlink "/", "/box/deep/root";
    system "mkfifo", "/box/fifo";
}
print "ran\n";
