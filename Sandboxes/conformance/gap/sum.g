lines := SplitString(StringFile("/dev/stdin"), "\n");
Print(Sum(List(lines{[2 .. Length(lines)]}, Int)), "\n");
