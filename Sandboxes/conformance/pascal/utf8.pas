{$mode objfpc}{$H+}
var
  line: string;
  i: Integer;
begin
  for i := 1 to 2 do
  begin
    ReadLn(line);
    WriteLn(line);
  end;
  WriteLn('žluťoučký kůň, καλημέρα, 日本語, 🙂');
end.
