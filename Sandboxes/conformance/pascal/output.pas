{$mode objfpc}{$H+}
var
  i: Integer;
begin
  for i := 1 to 100000 do
    WriteLn(StringOfChar('x', 99));
end.
