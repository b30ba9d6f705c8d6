int known = 1;

int sum = known + unknown;
Console.WriteLine(sum);
