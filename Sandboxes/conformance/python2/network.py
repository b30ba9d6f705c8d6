import socket

try:
    socket.create_connection(("192.0.2.1", 80))
except EnvironmentError:
    print "no network"
