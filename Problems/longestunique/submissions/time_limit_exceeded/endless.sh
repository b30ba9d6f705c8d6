# Never comes to an end.
while :; do :; done
