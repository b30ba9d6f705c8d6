MODULE output;

FROM STextIO IMPORT WriteLn, WriteString;

VAR
  line: ARRAY [0..98] OF CHAR;
  i: CARDINAL;

BEGIN
  FOR i := 0 TO HIGH(line) DO
    line[i] := "x"
  END;
  FOR i := 1 TO 100000 DO
    WriteString(line);
    WriteLn
  END
END output.
