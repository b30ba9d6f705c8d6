# A NUL is not white space.
print "Hello,\0World!\n";
