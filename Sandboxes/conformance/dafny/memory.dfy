method Main()
  decreases *
{
  var blocks: seq<array<int>> := [];
  while true
    decreases *
  {
    var block := new int[10000];
    blocks := blocks + [block];
  }
}
