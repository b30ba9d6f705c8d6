MODULE deep;

FROM InOut IMPORT WriteCard, WriteLn;

PROCEDURE Depth(n: CARDINAL): CARDINAL;
BEGIN
  IF n = 0 THEN
    RETURN 0
  ELSE
    RETURN 1 + Depth(n - 1)
  END
END Depth;

BEGIN
  WriteCard(Depth(100000), 1);
  WriteLn
END deep.
