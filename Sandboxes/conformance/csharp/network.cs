using System;
using System.Net.Sockets;

class Program {
    static void Main() {
        try {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect("192.0.2.1", 80);
        } catch (SocketException) {
            Console.WriteLine("no network");
        }
    }
}
