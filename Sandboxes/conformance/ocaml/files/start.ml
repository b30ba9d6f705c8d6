let () = Welcome.greet "World"
