# An expression that takes for ever to find out that it does not match.
print "matches\n" if ("a" x 40) =~ /^(?:a?){40}(?:a*)*b$/;
print "done\n" if ("a" x 64 . "!") =~ /^(a+)+(a+)+(a+)+$/;
1 while 1;
