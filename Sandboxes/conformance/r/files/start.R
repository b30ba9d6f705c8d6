source("greeting.R")

greet("World")
