Print("Hello, World!\n");
