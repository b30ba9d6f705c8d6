local greeting = require("greeting")

greeting.greet("World")
