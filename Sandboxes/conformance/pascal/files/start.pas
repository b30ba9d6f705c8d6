program Start;
uses
  Greeting;
begin
  Greet('World');
end.
