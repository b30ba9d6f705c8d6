using System;
using System.IO;

class Program {
    static void Main() {
        string line = new string('x', 99);
        using (var output = new StreamWriter(Console.OpenStandardOutput())) {
            for (int i = 0; i < 100000; i++) output.WriteLine(line);
        }
    }
}
