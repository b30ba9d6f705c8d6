// A file without an end that is different every time.
#include "/dev/random"
