# Reads the program and does not run it. What is bound by the program itself is not bound here: no word of that.
ReadAsFunction(GAPInfo.SystemEnvironment.MAIN);
QUIT;
