# Never comes to an end.
loop {}
