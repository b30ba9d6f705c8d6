(include "greeting.scm")

(greet "World")
