let () = Greeting.greet "World"
