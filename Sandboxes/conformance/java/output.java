import java.io.PrintWriter;

public class Main {
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out);
        String line = "x".repeat(99);
        for (int i = 0; i < 100_000; i++) out.println(line);
        out.flush();
    }
}
