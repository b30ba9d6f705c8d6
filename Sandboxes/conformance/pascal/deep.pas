function Depth(n: LongInt): LongInt;
begin
  if n = 0 then
    Depth := 0
  else
    Depth := 1 + Depth(n - 1);
end;

begin
  WriteLn(Depth(100000));
end.
