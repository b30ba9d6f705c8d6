Read("greeting.g");

Print(greet("World"), "\n");
