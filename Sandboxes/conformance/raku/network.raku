try IO::Socket::INET.new(:host<192.0.2.1>, :port(80));
say 'no network' if $!;
