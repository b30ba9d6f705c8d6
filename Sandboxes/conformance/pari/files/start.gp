read("greeting.gp");

print(greet("World"));
