string line = new string('x', 99);
for (int i = 0; i < 100000; i++) Console.WriteLine(line);
