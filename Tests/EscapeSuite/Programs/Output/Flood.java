// Writes and looks at no error.
public class Main {
    public static void main(String[] arguments) {
        String block = "x".repeat(1 << 16);
        for (;;) System.out.print(block);
    }
}
