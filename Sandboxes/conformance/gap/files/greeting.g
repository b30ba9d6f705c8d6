greet := name -> Concatenation("Hello, ", name, "!");
