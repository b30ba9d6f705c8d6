method Main() {
  var line := "";
  while |line| < 99 {
    line := line + "x";
  }
  var i := 0;
  while i < 100000 {
    print line, "\n";
    i := i + 1;
  }
}
