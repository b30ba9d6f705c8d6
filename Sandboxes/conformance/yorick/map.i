f = open("/dev/stdin");
counts = save();
different = 0;
while (word = rdline(f)) {
  seen = counts(noop(word));
  if (is_void(seen)) {
    seen = 0;
    ++different;
  }
  save, counts, noop(word), seen + 1;
}
write, format="%ld\n", different;
write, format="%ld\n", counts("judge");
