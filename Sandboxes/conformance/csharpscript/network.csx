using System.Net.Sockets;

try {
    new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Connect("192.0.2.1", 80);
} catch (SocketException) {
    Console.WriteLine("no network");
}
