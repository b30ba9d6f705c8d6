method Main() {
  var product := 1;
  var i := 1;
  while i <= 50 {
    product := product * i;
    i := i + 1;
  }
  print product, "\n";
}
