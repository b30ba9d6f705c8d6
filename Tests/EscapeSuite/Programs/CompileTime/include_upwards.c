// The same by a path that begins inside.
#include "/box/../../../../etc/shadow"
