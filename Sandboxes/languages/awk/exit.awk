# Ends before a program that is given after it begins: it has only been read.
BEGIN { exit }
END { exit }
