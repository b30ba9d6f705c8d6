greet(name) = Str("Hello, ", name, "!");
