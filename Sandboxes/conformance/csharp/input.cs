using System;

class Program {
    static void Main() {
        int count = 0;
        string line, last = null;
        while ((line = Console.ReadLine()) != null) {
            count++;
            last = line;
        }
        Console.WriteLine(count);
        Console.WriteLine(last);
    }
}
