BEGIN { greet("World") }
