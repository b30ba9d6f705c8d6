values = readvec("/dev/stdin");
foreach(vecsort(values[2..-1]), value, print(value));
