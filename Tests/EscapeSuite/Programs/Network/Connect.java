// Calls the host's own listener and the cloud's metadata, and listens itself.
import java.net.*;
import java.nio.channels.*;

public class Main {
    interface Call {
        void make() throws Exception;
    }

    static void attempt(String name, Call call) {
        try {
            call.make();
            System.out.println(name + " REACHED");
        } catch (Throwable error) {
            System.out.println(name + " " + error.getClass().getSimpleName());
        }
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        attempt("loopback", () -> new Socket("127.0.0.1", port));
        attempt("channel", () -> SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
        attempt("metadata", () -> new URL("http://169.254.169.254/").openStream());
        attempt("listen", () -> new ServerSocket(0));
        attempt("datagram", () -> new DatagramSocket());
        attempt("devices", () -> {
            if (!NetworkInterface.getNetworkInterfaces().hasMoreElements()) throw new SocketException();
        });
    }
}
