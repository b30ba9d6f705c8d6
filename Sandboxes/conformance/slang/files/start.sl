() = evalfile("./greeting.sl");

greet("World");
