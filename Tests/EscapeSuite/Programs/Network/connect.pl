# Calls the host's own listener and the cloud's metadata, and listens itself.
use IO::Socket::INET;
use Errno;
my $port = shift;

sub tell_of {
    my ($name, $made) = @_;
    print $name, " ", $made ? "REACHED" : $!{EACCES} ? "EACCES" : "$!", "\n";
}

tell_of("loopback", IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $port, Timeout => 1));
tell_of("metadata", IO::Socket::INET->new(PeerAddr => "169.254.169.254", PeerPort => 80, Timeout => 1));
tell_of("listen", IO::Socket::INET->new(Listen => 1, LocalAddr => "0.0.0.0"));
tell_of("raw", socket(my $raw, AF_INET, SOCK_RAW, 1));
