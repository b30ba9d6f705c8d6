{$mode objfpc}{$H+}
uses
  Generics.Collections;
var
  counts: specialize TDictionary<string, Integer>;
  word: string;
  count: Integer;
begin
  counts := specialize TDictionary<string, Integer>.Create;
  while not Eof do
  begin
    ReadLn(word);
    if not counts.TryGetValue(word, count) then
      count := 0;
    counts.AddOrSetValue(word, count + 1);
  end;
  WriteLn(counts.Count);
  WriteLn(counts['judge']);
end.
