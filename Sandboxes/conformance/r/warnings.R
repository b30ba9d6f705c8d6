greetings <- c("Goodbye", "Hello, World!")
cat(greetings[2.0L], "\n")
