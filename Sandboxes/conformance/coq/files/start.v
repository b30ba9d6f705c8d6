Load greeting.

Goal True.
  greet.
Abort.
