include, "greeting.i", 1;
greet, "World";
