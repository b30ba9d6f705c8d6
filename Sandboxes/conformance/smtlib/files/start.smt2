(include "greeting.smt2")
