public class Start {
    public static void main(String[] arguments) {
        Greeting.greet("World");
    }
}
