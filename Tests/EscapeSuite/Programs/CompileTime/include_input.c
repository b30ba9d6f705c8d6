// The compiler's own input, again and again.
#include "/dev/stdin"
#include "/proc/self/fd/0"
