MODULE hello;

FROM STextIO IMPORT WriteString, WriteLn;

BEGIN
  WriteString("Hello, World!");
  WriteLn
END hello.
