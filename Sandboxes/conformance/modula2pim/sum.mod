MODULE sum;

FROM InOut IMPORT ReadCard, ReadInt, WriteLn;
FROM LongIO IMPORT WriteLongInt;

VAR
  count: CARDINAL;
  value: INTEGER;
  total: LONGINT;

BEGIN
  total := 0;
  ReadCard(count);
  WHILE count > 0 DO
    ReadInt(value);
    total := total + VAL(LONGINT, value);
    DEC(count)
  END;
  WriteLongInt(total, 1);
  WriteLn
END sum.
