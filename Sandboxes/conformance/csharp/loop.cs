class Program {
    static void Main() {
        int counter = 0;
        while (true) counter++;
    }
}
