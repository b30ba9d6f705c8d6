if (true) {
    int unused = 1;
    Console.WriteLine("Hello, World!");
}
