method Main() {
  var known := 1;
  print known / unknown, "\n";
}
