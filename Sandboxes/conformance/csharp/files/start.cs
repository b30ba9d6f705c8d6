class Program {
    static void Main() {
        Greeting.Greet("World");
    }
}
