let greet name = Printf.printf "Hello, %s!\n" name
