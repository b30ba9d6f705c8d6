import sys.net.Host;
import sys.net.Socket;

class Network {
    static function main() {
        try {
            new Socket().connect(new Host("192.0.2.1"), 80);
        } catch (error) {
            Sys.println("no network");
        }
    }
}
