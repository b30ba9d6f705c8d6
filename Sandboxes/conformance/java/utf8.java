import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (int i = 0; i < 2; i++) System.out.println(in.readLine());
        System.out.println("žluťoučký kůň, καλημέρα, 日本語, 🙂");
    }
}
