import Glibc

var address = sockaddr_in()
address.sin_family = sa_family_t(AF_INET)
address.sin_port = in_port_t(80).bigEndian
inet_pton(AF_INET, "192.0.2.1", &address.sin_addr)
let wire = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
let size = socklen_t(MemoryLayout<sockaddr_in>.size)
let result = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(wire, $0, size) }
}
if wire < 0 || result != 0 {
    print("no network")
}
