{$mode objfpc}
uses
  Generics.Collections;
var
  values: array of LongInt;
  count, i: LongInt;
begin
  Read(count);
  SetLength(values, count);
  for i := 0 to count - 1 do
    Read(values[i]);
  specialize TArrayHelper<LongInt>.Sort(values);
  for i := 0 to count - 1 do
    WriteLn(values[i]);
end.
