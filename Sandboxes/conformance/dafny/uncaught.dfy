method {:verify false} Main() {
  var zero := 0;
  print 1 / zero, "\n";
}
