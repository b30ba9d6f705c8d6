MODULE hello;

FROM InOut IMPORT WriteLn, WriteString;

BEGIN
  WriteString("Hello, World!");
  WriteLn
END hello.
