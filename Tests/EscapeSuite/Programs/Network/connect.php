<?php
// Calls the host's own listener and the cloud's metadata, and listens itself.
function tell($name, $made) {
    echo $name, " ", $made ? "REACHED" : "refused", "\n";
}
$port = $argv[1];
tell("loopback", @fsockopen("127.0.0.1", (int) $port, $code, $text, 1));
tell("metadata", @file_get_contents("http://169.254.169.254/", false, stream_context_create(["http" => ["timeout" => 1]])));
tell("listen", @stream_socket_server("tcp://0.0.0.0:0"));
tell("path", @stream_socket_server("unix:///tmp/escape"));
tell("datagram", @stream_socket_client("udp://8.8.8.8:53"));
