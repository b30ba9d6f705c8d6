class Greeting {
    static void greet(String name) {
        System.out.println("Hello, " + name + "!");
    }

    public static void main(String[] arguments) {
        greet("Nobody");
    }
}
