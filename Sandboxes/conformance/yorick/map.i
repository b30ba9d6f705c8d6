f = open("/dev/stdin");
counts = save();
while (word = rdline(f)) {
  if (counts(*,word)) save, counts, noop(word), counts(noop(word)) + 1;
  else save, counts, noop(word), 1;
}
write, format="%ld\n", counts(*);
write, format="%ld\n", counts("judge");
