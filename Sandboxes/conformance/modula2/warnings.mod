MODULE warnings;

FROM STextIO IMPORT WriteLn, WriteString;

PROCEDURE Unused(n: CARDINAL): CARDINAL;
VAR
  result: CARDINAL;
BEGIN
  RETURN result
END Unused;

BEGIN
  WriteString("Hello, World!");
  WriteLn
END warnings.
