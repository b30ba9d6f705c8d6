// Calls the host's own listener and the cloud's metadata, and listens itself.
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixListener;

fn tell<T>(name: &str, result: std::io::Result<T>) {
    match result {
        Ok(_) => println!("{} REACHED", name),
        Err(error) => println!("{} {:?}", name, error.kind()),
    }
}

fn main() {
    let port = std::env::args().nth(1).unwrap_or_default();
    tell("loopback", TcpStream::connect(format!("127.0.0.1:{}", port)));
    tell("metadata", TcpStream::connect("169.254.169.254:80"));
    tell("listen", TcpListener::bind("0.0.0.0:0"));
    tell("datagram", UdpSocket::bind("0.0.0.0:0"));
    tell("path", UnixListener::bind("/tmp/escape"));
}
