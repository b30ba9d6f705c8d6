fun greet(name: String) = println("Hello, $name!")
