MODULE input;

IMPORT IOConsts, SIOResult;
FROM STextIO IMPORT ReadString, SkipLine, WriteLn, WriteString;
FROM SWholeIO IMPORT WriteCard;

VAR
  line, last: ARRAY [0..199] OF CHAR;
  count: CARDINAL;

BEGIN
  count := 0;
  LOOP
    ReadString(line);
    IF SIOResult.ReadResult() = IOConsts.endOfInput THEN
      EXIT
    END;
    INC(count);
    last := line;
    SkipLine
  END;
  WriteCard(count, 1);
  WriteLn;
  WriteString(last);
  WriteLn
END input.
