greet = Hello, $(1)!
