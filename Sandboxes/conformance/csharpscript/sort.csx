int[] values = new int[int.Parse(Console.ReadLine())];
for (int i = 0; i < values.Length; i++) values[i] = int.Parse(Console.ReadLine());
Array.Sort(values);
Console.WriteLine(string.Join("\n", values));
