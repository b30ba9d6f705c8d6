MODULE threads;

FROM COROUTINES IMPORT COROUTINE, CURRENT, NEWCOROUTINE, TRANSFER;
FROM STextIO IMPORT WriteLn;
FROM SWholeIO IMPORT WriteCard;
FROM SYSTEM IMPORT ADR, LOC;

VAR
  total, i: CARDINAL;
  main, adder: COROUTINE;
  workspace: ARRAY [0..3] OF ARRAY [0..65535] OF LOC;
  number: CARDINAL;
  back: COROUTINE;

PROCEDURE Add;
VAR
  i, mine: CARDINAL;
BEGIN
  mine := number;
  FOR i := 1 TO 1000 DO
    total := total + mine
  END;
  TRANSFER(back, main)
END Add;

BEGIN
  total := 0;
  FOR i := 0 TO 3 DO
    number := i;
    NEWCOROUTINE(Add, ADR(workspace[i]), SIZE(workspace[i]), adder);
    TRANSFER(main, adder)
  END;
  WriteCard(total, 1);
  WriteLn
END threads.
