for (int i = 0; i < 2; i++) Console.WriteLine(Console.ReadLine());
Console.WriteLine("žluťoučký kůň, καλημέρα, 日本語, 🙂");
