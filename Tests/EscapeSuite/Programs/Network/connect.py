# Calls the host's own listener, the cloud's metadata, a database beside it and a name server, by every module that can.
import asyncio
import socket
import sys
import urllib.request

port = int(sys.argv[1])


def attempt(name, call):
    try:
        call()
        print(name, "REACHED")
    except Exception as error:
        print(name, type(error).__name__, getattr(getattr(error, "reason", error), "errno", None))


attempt("loopback", lambda: socket.create_connection(("127.0.0.1", port), 2))
attempt("loopback 6", lambda: socket.socket(socket.AF_INET6))
attempt("metadata", lambda: urllib.request.urlopen("http://169.254.169.254/latest/meta-data/", timeout=2))
attempt("database", lambda: socket.create_connection(("10.0.0.1", 5432), 2))
attempt("datagram", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("8.8.8.8", 53)))
attempt("raw", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
attempt("packet", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
attempt("netlink", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW))
attempt("machine", lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM))
attempt("ciphers", lambda: socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET))
attempt("by name", lambda: socket.socket(socket.AF_UNIX).connect("\0escape-canary"))
attempt("listen", lambda: socket.create_server(("0.0.0.0", 0)))
attempt("loop", lambda: asyncio.run(asyncio.open_connection("127.0.0.1", port)))
