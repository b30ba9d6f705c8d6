MODULE start;

FROM Greeting IMPORT Greet;

BEGIN
  Greet("World")
END start.
