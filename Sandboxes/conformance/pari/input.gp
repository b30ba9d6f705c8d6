lines = readstr("/dev/stdin");
print(#lines);
print(lines[#lines]);
