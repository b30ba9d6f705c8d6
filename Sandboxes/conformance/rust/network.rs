use std::net::TcpStream;

fn main() {
    if TcpStream::connect("192.0.2.1:80").is_err() {
        println!("no network");
    }
}
