using System;
using System.Net.Sockets;

class Program {
    static void Main() {
        try {
            new TcpClient("192.0.2.1", 80);
        } catch (SocketException) {
            Console.WriteLine("no network");
        }
    }
}
