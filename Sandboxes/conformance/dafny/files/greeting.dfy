method greet(name: string) {
  print "Hello, ", name, "!\n";
}
