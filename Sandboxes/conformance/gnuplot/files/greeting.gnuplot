greet(name) = sprintf('Hello, %s!', name)
