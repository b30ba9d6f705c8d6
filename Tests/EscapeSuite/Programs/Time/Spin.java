// Spins in many threads at once that are nobody's children, while the first one is done.
public class Main {
    public static void main(String[] arguments) {
        for (int count = 0; count < 8; count++) {
            new Thread(() -> {
                for (long number = 0;; number++) {
                    if (number < 0) System.out.println(number);
                }
            }).start();
        }
    }
}
