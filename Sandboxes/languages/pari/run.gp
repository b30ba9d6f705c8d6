\\ The program; what is left of its input is not for the calculator.
read(getenv("MAIN"));
quit
