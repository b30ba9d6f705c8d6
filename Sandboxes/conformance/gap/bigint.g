Print(Factorial(50), "\n");
