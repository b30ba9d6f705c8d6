IMPLEMENTATION MODULE Greeting;

FROM STextIO IMPORT WriteLn, WriteString;

PROCEDURE Greet(name: ARRAY OF CHAR);
BEGIN
  WriteString("Hello, ");
  WriteString(name);
  WriteString("!");
  WriteLn
END Greet;

END Greeting.
