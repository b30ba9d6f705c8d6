func depth(n) {
  return n? 1 + depth(n - 1) : 0;
}
write, format="%ld\n", depth(100000);
