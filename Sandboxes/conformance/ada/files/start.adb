with Greeting;

procedure Start is
begin
   Greeting.Greet ("World");
end Start;
