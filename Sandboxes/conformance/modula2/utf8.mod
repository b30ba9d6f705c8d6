MODULE utf8;

FROM STextIO IMPORT ReadString, SkipLine, WriteLn, WriteString;

VAR
  line: ARRAY [0..199] OF CHAR;
  i: CARDINAL;

BEGIN
  FOR i := 1 TO 2 DO
    ReadString(line);
    SkipLine;
    WriteString(line);
    WriteLn
  END;
  WriteString("žluťoučký kůň, καλημέρα, 日本語, 🙂");
  WriteLn
END utf8.
