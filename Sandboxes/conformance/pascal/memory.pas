type
  PBlock = ^TBlock;
  TBlock = record
    next: PBlock;
    content: array[1..1048576] of Byte;
  end;
var
  blocks: PBlock = nil;
  block: PBlock;
begin
  while True do
  begin
    New(block);
    FillChar(block^.content, SizeOf(block^.content), 1);
    block^.next := blocks;
    blocks := block;
  end;
end.
