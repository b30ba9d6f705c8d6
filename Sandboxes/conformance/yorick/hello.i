write, format="%s\n", "Hello, World!";
