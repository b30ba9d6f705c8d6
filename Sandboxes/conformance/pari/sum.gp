values = readvec("/dev/stdin");
print(vecsum(values[2..-1]));
