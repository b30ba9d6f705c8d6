MODULE utf8;

FROM FIO IMPORT ReadString, StdIn;
FROM InOut IMPORT WriteLn, WriteString;

VAR
  line: ARRAY [0..199] OF CHAR;
  i: CARDINAL;

BEGIN
  FOR i := 1 TO 2 DO
    ReadString(StdIn, line);
    WriteString(line);
    WriteLn
  END;
  WriteString("žluťoučký kůň, καλημέρα, 日本語, 🙂");
  WriteLn
END utf8.
