MODULE memory;

FROM Storage IMPORT ALLOCATE;

TYPE
  Link = POINTER TO Block;
  Block = RECORD
    next: Link;
    content: ARRAY [1..1048576] OF CHAR;
  END;

VAR
  blocks, block: Link;
  i: CARDINAL;

BEGIN
  blocks := NIL;
  LOOP
    NEW(block);
    FOR i := 1 TO 1048576 DO
      block^.content[i] := "x"
    END;
    block^.next := blocks;
    blocks := block
  END
END memory.
