f = open("/dev/stdin");
count = 0;
while (line = rdline(f)) {
  last = line;
  ++count;
}
write, format="%ld\n", count;
write, format="%s\n", last;
