import java.io.IOException;
import java.net.Socket;

public class Main {
    public static void main(String[] arguments) {
        try {
            new Socket("192.0.2.1", 80);
        } catch (IOException error) {
            System.out.println("no network");
        }
    }
}
