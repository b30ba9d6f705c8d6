import module namespace greeting = "greeting" at "greeting.xq";

greeting:greet("World")
