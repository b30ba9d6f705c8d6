{$mode objfpc}{$H+}
var
  line: string;
  count: Integer = 0;
begin
  while not Eof do
  begin
    ReadLn(line);
    Inc(count);
  end;
  WriteLn(count);
  WriteLn(line);
end.
