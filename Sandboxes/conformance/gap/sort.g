lines := SplitString(StringFile("/dev/stdin"), "\n");
values := List(lines{[2 .. Length(lines)]}, Int);
Sort(values);
for value in values do
    Print(value, "\n");
od;
