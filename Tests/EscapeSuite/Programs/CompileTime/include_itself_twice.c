// A file that includes itself twice: the depth is bounded, the number of files is two to its power.
#include __FILE__
#include __FILE__
