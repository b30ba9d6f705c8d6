var
  counter: QWord = 0;
begin
  while True do
    Inc(counter);
end.
