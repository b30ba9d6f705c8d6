import java.io.IOException;
import java.nio.charset.StandardCharsets;

public class Main {
    public static void main(String[] args) throws IOException {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Window window = new Window();
        text.codePoints().takeWhile(code -> code != '\n').forEach(window::add);
        System.out.println(window.longest());
    }
}
