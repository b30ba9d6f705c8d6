method Main() {
  assert forall x: int :: x < 1 || x > 0;
  print "Hello, World!\n";
}
