# Runs while it is compiled, and does not come to an end.
BEGIN { 1 while 1 }
