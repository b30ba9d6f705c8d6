MODULE sum;

FROM STextIO IMPORT SkipLine, WriteLn;

IMPORT SLongWholeIO, SWholeIO;

VAR
  count: CARDINAL;
  value, total: LONGINT;

BEGIN
  total := 0;
  SWholeIO.ReadCard(count);
  SkipLine;
  WHILE count > 0 DO
    SLongWholeIO.ReadInt(value);
    SkipLine;
    total := total + value;
    DEC(count)
  END;
  SLongWholeIO.WriteInt(total, 1);
  WriteLn
END sum.
