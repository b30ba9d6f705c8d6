function Greeting: string;
begin
end;

begin
  WriteLn('Hello, World!', Greeting);
end.
