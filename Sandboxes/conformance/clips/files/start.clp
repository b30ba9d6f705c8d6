(load* "greeting.clp")
(greet "World")
(exit)
