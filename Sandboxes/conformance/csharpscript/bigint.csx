using System.Numerics;

BigInteger product = 1;
for (int i = 2; i <= 50; i++) product *= i;
Console.WriteLine(product);
