// A file without an end, all of it the same byte.
#include "/dev/zero"
