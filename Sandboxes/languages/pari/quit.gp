\\ After the program: what is left of its input is not for the calculator.
quit
