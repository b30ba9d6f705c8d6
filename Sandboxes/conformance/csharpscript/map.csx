var counts = new Dictionary<string, int>();
string word;
while ((word = Console.ReadLine()) != null) {
    int count;
    counts.TryGetValue(word, out count);
    counts[word] = count + 1;
}
Console.WriteLine(counts.Count);
Console.WriteLine(counts["judge"]);
