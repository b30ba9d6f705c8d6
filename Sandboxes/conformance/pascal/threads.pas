{$mode objfpc}
uses
  cthreads, Classes;

type
  TAdder = class(TThread)
    number: LongInt;
    procedure Execute; override;
  end;

var
  total: LongInt = 0;
  adders: array[0..3] of TAdder;
  i: Integer;

procedure TAdder.Execute;
var
  i: Integer;
begin
  for i := 1 to 1000 do
    InterlockedExchangeAdd(total, number);
end;

begin
  for i := 0 to 3 do
  begin
    adders[i] := TAdder.Create(True);
    adders[i].number := i;
    adders[i].Start;
  end;
  for i := 0 to 3 do
    adders[i].WaitFor;
  WriteLn(total);
end.
