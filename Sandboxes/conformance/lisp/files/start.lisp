(load "greeting.lisp")

(greet "World")
