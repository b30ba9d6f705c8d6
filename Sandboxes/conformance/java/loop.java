public class Main {
    public static void main(String[] arguments) {
        for (int counter = 0; ; counter++) {}
    }
}
