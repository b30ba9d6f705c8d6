method Main() {
  print "Hello, World!\n";
}
