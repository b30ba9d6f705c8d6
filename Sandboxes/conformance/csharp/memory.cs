using System.Collections.Generic;

class Program {
    static void Main() {
        var blocks = new List<string>();
        while (true) blocks.Add(new string('x', 1 << 20));
    }
}
