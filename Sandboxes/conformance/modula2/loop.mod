MODULE loop;

VAR
  counter: CARDINAL;

BEGIN
  counter := 0;
  LOOP
    counter := (counter + 1) MOD 65536
  END
END loop.
