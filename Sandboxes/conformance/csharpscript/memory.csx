var blocks = new List<string>();
while (true) blocks.Add(new string('x', 1 << 20));
