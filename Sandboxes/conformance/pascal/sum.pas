program Sum;
var
  buffer: array[1..65536] of Char;
  count, i: LongInt;
  value, total: Int64;
begin
  SetTextBuf(Input, buffer);
  Read(count);
  total := 0;
  for i := 1 to count do
  begin
    Read(value);
    total := total + value;
  end;
  WriteLn(total);
end.
