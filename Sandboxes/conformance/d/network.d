import std.socket, std.stdio;

void main() {
    try {
        new TcpSocket(new InternetAddress("192.0.2.1", 80));
    } catch (SocketException) {
        writeln("no network");
    }
}
