(load "greeting.scm")

(greet "World")
