using System;
using System.Numerics;

class Program {
    static void Main() {
        BigInteger product = 1;
        for (int i = 2; i <= 50; i++) product *= i;
        Console.WriteLine(product);
    }
}
