begin
  WriteLn('Hello');
  WriteLn(unknown);
end.
