using System;

static class Greeting {
    public static void Greet(string name) {
        Console.WriteLine("Hello, " + name + "!");
    }
}
