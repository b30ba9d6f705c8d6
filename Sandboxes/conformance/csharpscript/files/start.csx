#load "greeting.csx"

Greeting.Greet("World");
