// The same for the other compiler.
#include "/dev/urandom"
