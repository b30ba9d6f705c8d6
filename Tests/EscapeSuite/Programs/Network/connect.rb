# Calls the host's own listener and the cloud's metadata, and listens itself.
require "socket"
port = ARGV[0].to_i

def attempt(name)
  yield
  puts "#{name} REACHED"
rescue SystemCallError, SocketError => error
  puts "#{name} #{error.class}"
end

attempt("loopback") { TCPSocket.new("127.0.0.1", port) }
attempt("metadata") { TCPSocket.new("169.254.169.254", 80) }
attempt("listen") { TCPServer.new("0.0.0.0", 0) }
attempt("datagram") { UDPSocket.new }
attempt("path") { UNIXServer.new("/tmp/escape") }
