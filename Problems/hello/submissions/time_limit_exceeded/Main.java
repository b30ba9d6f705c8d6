public class Main {
    static volatile long turns;

    public static void main(String[] args) {
        System.out.println("Hello, World!");
        while (true) {
            turns++;
        }
    }
}
