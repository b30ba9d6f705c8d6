method Main()
  decreases *
{
  var counter := 0;
  while true
    decreases *
  {
    counter := (counter + 1) % 1000;
  }
}
