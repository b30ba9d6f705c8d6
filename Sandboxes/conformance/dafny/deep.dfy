method depth(n: nat) returns (d: nat)
{
  if n == 0 {
    return 0;
  }
  d := depth(n - 1);
  d := d + 1;
}

method Main() {
  var d := depth(100000);
  print d, "\n";
}
