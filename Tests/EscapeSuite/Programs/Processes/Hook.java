// Asks to end, and does not come to an end in what it does before that.
public class Main {
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (long count = 0;; count++) {
                if (count < 0) System.out.println(count);
            }
        }));
        System.exit(0);
    }
}
