// The environment of the box's init.
#include "/proc/1/environ"
