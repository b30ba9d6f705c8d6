MODULE input;

FROM FIO IMPORT EOF, ReadString, StdIn;
FROM InOut IMPORT WriteCard, WriteLn, WriteString;

VAR
  line, last: ARRAY [0..199] OF CHAR;
  count: CARDINAL;

BEGIN
  count := 0;
  LOOP
    ReadString(StdIn, line);
    IF EOF(StdIn) THEN
      EXIT
    END;
    INC(count);
    last := line
  END;
  WriteCard(count, 1);
  WriteLn;
  WriteString(last);
  WriteLn
END input.
