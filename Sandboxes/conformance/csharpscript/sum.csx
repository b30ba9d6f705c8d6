int count = int.Parse(Console.ReadLine());
long sum = 0;
for (int i = 0; i < count; i++) sum += int.Parse(Console.ReadLine());
Console.WriteLine(sum);
