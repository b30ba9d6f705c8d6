MODULE threads;

FROM InOut IMPORT WriteCard, WriteLn;
FROM SYSTEM IMPORT ADDRESS, NEWPROCESS, PROCESS, TRANSFER;
FROM Storage IMPORT ALLOCATE;

CONST
  Size = 1048576;

VAR
  total, number: CARDINAL;
  main, adder: PROCESS;
  workspace: ADDRESS;

PROCEDURE Add;
VAR
  i: CARDINAL;
BEGIN
  FOR i := 1 TO 1000 DO
    total := total + number
  END;
  TRANSFER(adder, main)
END Add;

BEGIN
  total := 0;
  FOR number := 0 TO 3 DO
    ALLOCATE(workspace, Size);
    NEWPROCESS(Add, workspace, Size, adder);
    TRANSFER(main, adder)
  END;
  WriteCard(total, 1);
  WriteLn
END threads.
