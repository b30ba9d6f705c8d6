lines := SplitString(StringFile("/dev/stdin"), "\n");
Print(Length(lines), "\n", Last(lines), "\n");
